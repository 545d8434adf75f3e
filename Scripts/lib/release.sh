# Sourced by Scripts/bookc and Scripts/test: how the program that people run is built.

# On Linux a release has Swift's libraries in it: looking up their symbols when bookc starts takes
# longer than a short command does. Nothing else loads bookc, so that it offers its own symbols to
# nobody, which the way of linking those libraries would have it do. On a Mac they are the system's.
release_flags=()
if [[ "$(uname -s)" == Linux ]]; then
  release_flags=(--static-swift-stdlib -Xlinker --no-export-dynamic)
fi

build_release() {
  swift build --package-path "$root" -c release --product bookc \
    ${release_flags[@]+"${release_flags[@]}"}
}
