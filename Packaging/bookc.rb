# The formula of bookc for Homebrew, on a Mac and on Linux. Untried: no Homebrew was at hand where it
# was written; `brew audit --strict bookc` and `brew install --build-from-source` come first. The
# release workflow fills in the version and the checksum of the source archive.
class Bookc < Formula
  desc "Compiler for memoirs: Markdown chapters become an e-book, a site and a PDF"
  homepage "https://github.com/BOOKC_REPOSITORY"
  url "https://github.com/BOOKC_REPOSITORY/archive/refs/tags/vBOOKC_VERSION.tar.gz"
  sha256 "BOOKC_SHA256"
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "cmark"
  depends_on "fontconfig"
  depends_on "harfbuzz"
  depends_on "hyphen"
  depends_on "libxml2"
  depends_on "libzip"
  depends_on "vips"

  uses_from_macos "swift" => :build
  uses_from_macos "zlib"

  def install
    ENV.prepend_path "PKG_CONFIG_PATH", Formula["libxml2"].opt_lib/"pkgconfig"
    flags = OS.linux? ? ["--static-swift-stdlib", "-Xlinker", "--no-export-dynamic"] : []
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "bookc", *flags
    bin.install ".build/release/bookc"
    (share/"bookc").install "Styles"
    (share/"doc/bookc/examples").install "Book"
    system "Scripts/manual", man1, "--program", bin/"bookc"
    generate_completions_from_executable(bin/"bookc", "--generate-completion-script")
  end

  test do
    system bin/"bookc", "new", testpath/"book", "--title", "A Test", "--author", "A Tester"
    system bin/"bookc", "build", testpath/"book", "--formats", "epub"
    assert_path_exists Dir[testpath/"book/dist/*.epub"].first
  end
end
