# Sourced by Scripts/bookc and Scripts/test: finds out what is missing and installs it.
# Everything it says goes to stderr. It installs only what is not there, so that a second run
# starts at once.

say() { printf '%s\n' "bookc: $*" >&2; }

# What the EPUB and the site need, as "package:file that proves it is there". What the PDF needs
# comes second: without it bookc builds everything else.
book_packages=(
  pkg-config:bin/pkg-config
  libcmark-dev:include/cmark.h
  libxml2-dev:include/libxml2/libxml/parser.h
  libzip-dev:include/zip.h
  zlib1g-dev:include/zlib.h
)
page_packages=(
  libharfbuzz-dev:include/harfbuzz/hb-subset.h
  libhyphen-dev:include/hyphen.h
  hyphen-en-us:share/hyphen/hyph_en_US.dic
  hyphen-en-gb:share/hyphen/hyph_en_GB.dic
  libfontconfig-dev:include/fontconfig/fontconfig.h
  fontconfig:bin/fc-list
  fonts-ebgaramond:share/fonts/opentype/ebgaramond
  fonts-urw-base35:share/fonts/opentype/urw-base35
)
# What photographs need: with it they are scaled and converted, without it they go in as they are.
picture_packages=(libvips42:lib/x86_64-linux-gnu/libvips.so.42)
brew_formulas=(cmark libxml2 libzip pkgconf harfbuzz hyphen fontconfig vips)

# is_installed PACKAGE:PROOF
is_installed() {
  local package="${1%%:*}" proof="${1#*:}" prefix
  for prefix in /usr /usr/local; do
    if [[ -n "$proof" && -e "$prefix/$proof" ]]; then return 0; fi
  done
  [[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" == installed ]]
}

# Runs a command as root, by itself if we are root already.
as_root() {
  if [[ "$(id -u)" == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "this needs root, and there is no sudo: $*"
    return 1
  fi
}

apt_lists_are_fresh=no

# install_with_apt PACKAGE:PROOF … installs those that are missing.
install_with_apt() {
  local entry missing=()
  for entry in "$@"; do
    is_installed "$entry" || missing+=("${entry%%:*}")
  done
  if (( ${#missing[@]} == 0 )); then return 0; fi
  say "installing ${missing[*]}"
  if [[ "$apt_lists_are_fresh" == no ]]; then
    as_root apt-get update -qq >&2 || say "the package lists could not be renewed; trying with the old ones"
    apt_lists_are_fresh=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# install_with_brew FORMULA …
install_with_brew() {
  local formula missing=()
  for formula in "$@"; do
    [[ -d "$(brew --prefix)/opt/$formula" ]] || missing+=("$formula")
  done
  if (( ${#missing[@]} == 0 )); then return 0; fi
  say "installing ${missing[*]}"
  HOMEBREW_NO_AUTO_UPDATE=1 brew install "${missing[@]}" >&2
}

require_swift() {
  if ! command -v swift >/dev/null; then
    say "Swift is not installed. Get Swift 6.1 or newer from https://www.swift.org/install and run this again."
    exit 2
  fi
}

# Installs what building bookc takes. Fails only if the EPUB could not be made without it.
install_prerequisites() {
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    if ! install_with_apt "${book_packages[@]}"; then
      say "apt-get could not install what bookc needs. Try: apt-get install ${book_packages[*]%%:*}"
      return 1
    fi
    if ! install_with_apt "${page_packages[@]}"; then
      say "apt-get could not install what the PDF needs. EPUB and HTML still work."
      say "For the PDF: apt-get install ${page_packages[*]%%:*}"
    fi
    if ! install_with_apt "${picture_packages[@]}"; then
      say "apt-get could not install what scales photographs. They go into the book as they are."
      say "For smaller ones: apt-get install ${picture_packages[*]%%:*}"
    fi
  elif command -v brew >/dev/null; then
    if ! install_with_brew "${brew_formulas[@]}"; then
      say "brew could not install everything. Try: brew install ${brew_formulas[*]}"
      return 1
    fi
    # libxml2 does not put itself in pkg-config's way.
    PKG_CONFIG_PATH="$(brew --prefix)/opt/libxml2/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    export PKG_CONFIG_PATH
  elif [[ ! -e /usr/include/cmark.h && ! -e /usr/local/include/cmark.h ]]; then
    say "neither apt-get nor brew is here, so nothing was installed. bookc needs, with their headers:"
    say "  cmark, libxml2, libzip, zlib and pkg-config; for the PDF also HarfBuzz (with hb-subset),"
    say "  hyphen with the English patterns, fontconfig, and the font EB Garamond."
  fi
}
