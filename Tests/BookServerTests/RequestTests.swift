import Testing

@testable import BookServer

@Suite("What is asked, and of whom")
struct RequestTests {
  @Test(
    "what a form asks for",
    arguments: [
      ("/?q=a+b", "a b"), ("/?q=C%2B%2B", "C++"), ("/?x=1&q=%C3%A9", "é"), ("/", nil),
      ("/?q=%", nil),
      ("/?q=%zz", nil), ("/?qq=1", nil), ("/?q=", ""), ("/?q=a?b", "a?b"),
    ])
  func forms(_ target: String, _ words: String?) throws {
    #expect(try #require(RequestTarget(target)).value(of: "q") == words)
  }

  @Test(
    "paths",
    arguments: [
      ("/", ""), ("/a%20b.html?x", "a b.html"), ("/%2e%2e/x", "../x"), ("//x", "/x"), ("x", nil),
      ("http://127.0.0.1/", nil), ("", nil), ("/%ff", nil), ("/%2", nil), ("/a+b", "a+b"),
    ])
  func paths(_ target: String, _ path: String?) {
    #expect(RequestTarget(target)?.path == path)
  }

  @Test(
    "host names lose their ports",
    arguments: [
      ("localhost:4321", "localhost"), ("[::1]:80", "[::1]"), ("127.0.0.1", "127.0.0.1"), ("", ""),
      ("LocalHost", "localhost"), ("[::1", "["),
    ])
  func hosts(_ field: String, _ name: String) {
    #expect(PreviewHost.name(in: field) == name)
  }

  @Test(
    "the address told can be opened",
    arguments: [
      ("127.0.0.1", "127.0.0.1"), ("localhost", "localhost"), ("LOCALHOST", "localhost"),
      ("::1", "[::1]"), ("[::1]", "[::1]"), ("0:0:0:0:0:0:0:1", "[::1]"), ("0.0.0.0", "127.0.0.1"),
      ("::", "[::1]"), ("[::]", "[::1]"), ("192.168.1.2", "192.168.1.2"), ("FE80::2", "[fe80::2]"),
    ])
  func addresses(_ host: String, _ told: String) {
    #expect(PreviewHost(host).address(port: 80) == "http://\(told):80/")
    #expect(PreviewHost(host).names().contains(told))
  }

  @Test("an address of this machine alone has no other names")
  func names() {
    for host in ["127.0.0.1", "localhost", "::1"] {
      #expect(PreviewHost(host).names() == ["127.0.0.1", "localhost", "[::1]"])
    }
    #expect(PreviewHost("192.168.1.2").names() == ["192.168.1.2"])
    #expect(PreviewHost("0.0.0.0").names().isSuperset(of: PreviewHost("::1").names()))
    #expect(!PreviewHost("0.0.0.0").names().contains("0.0.0.0"))
  }
}
