import BookXML

extension XMLGrammar {
  /// The navigation document: EPUB 3.3, section 7.2.
  static func navigation() -> XMLGrammar {
    XMLGrammar(
      #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/1999/xhtml">
        <start><element name="html"><ref name="language"/>
          <element name="head"><element name="title"><text/></element>
            <oneOrMore><element name="link"><attribute name="rel"/><attribute name="type"/>
              <attribute name="href"/></element></oneOrMore></element>
          <element name="body"><attribute name="class"/><ref name="semantics"/>
            <element name="main"><oneOrMore><ref name="nav"/></oneOrMore></element></element>
        </element></start>
        <define name="language"><attribute name="lang" ns=""/>
          <attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"/>
          <optional><attribute name="dir"/></optional></define>
        <define name="semantics">
          <attribute name="type" ns="http://www.idpf.org/2007/ops"/></define>
        <define name="nav"><element name="nav"><ref name="semantics"/><attribute name="id"/>
          <optional><attribute name="role"/></optional>
          <choice><attribute name="aria-label"/><attribute name="aria-labelledby"/></choice>
          <optional><attribute name="hidden"><value>hidden</value></attribute></optional>
          <optional><element name="h1"><attribute name="id"/><text/></element></optional>
          <ref name="list"/></element></define>
        <define name="list"><element name="ol"><oneOrMore><element name="li">
          <element name="a"><attribute name="href"/><optional><ref name="semantics"/></optional>
            <text/></element>
          <optional><ref name="list"/></optional></element></oneOrMore></element></define>
      </grammar>
      """#)
  }

  /// The package document: EPUB 3.3, section 5.
  static func package() -> XMLGrammar {
    XMLGrammar(
      #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.idpf.org/2007/opf">
        <start><element name="package"><attribute name="version"><value>3.0</value></attribute>
          <attribute name="unique-identifier"/><attribute name="dir"/>
          <attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"/>
          <optional><attribute name="prefix"/></optional>
          <ref name="metadata"/><ref name="manifest"/><ref name="spine"/><ref name="guide"/>
        </element></start>
        <define name="metadata"><element name="metadata"><oneOrMore><choice>
          <ref name="identifier"/><ref name="title"/><ref name="language"/><ref name="creator"/>
          <ref name="contributor"/><ref name="date"/><ref name="publisher"/><ref name="rights"/>
          <ref name="description"/><ref name="subject"/><ref name="meta"/>
        </choice></oneOrMore></element></define>
        <define name="id"><optional><attribute name="id"/></optional></define>
        <define name="meta"><element name="meta"><choice>
          <group><attribute name="property"/><optional><attribute name="refines"/></optional>
            <optional><attribute name="scheme"/></optional><ref name="id"/><text/></group>
          <group><attribute name="name"/><attribute name="content"/><empty/></group>
        </choice></element></define>
        <define name="identifier"><element name="identifier"
          ns="http://purl.org/dc/elements/1.1/"><ref name="id"/><text/></element></define>
        <define name="title"><element name="title"
          ns="http://purl.org/dc/elements/1.1/"><ref name="id"/><text/></element></define>
        <define name="language"><element name="language"
          ns="http://purl.org/dc/elements/1.1/"><text/></element></define>
        <define name="creator"><element name="creator"
          ns="http://purl.org/dc/elements/1.1/"><ref name="id"/><text/></element></define>
        <define name="contributor"><element name="contributor"
          ns="http://purl.org/dc/elements/1.1/"><ref name="id"/><text/></element></define>
        <define name="date"><element name="date"
          ns="http://purl.org/dc/elements/1.1/"><text/></element></define>
        <define name="publisher"><element name="publisher"
          ns="http://purl.org/dc/elements/1.1/"><text/></element></define>
        <define name="rights"><element name="rights"
          ns="http://purl.org/dc/elements/1.1/"><text/></element></define>
        <define name="description"><element name="description"
          ns="http://purl.org/dc/elements/1.1/"><text/></element></define>
        <define name="subject"><element name="subject"
          ns="http://purl.org/dc/elements/1.1/"><ref name="id"/><text/></element></define>
        <define name="manifest"><element name="manifest"><oneOrMore><element name="item">
          <attribute name="id"/><attribute name="href"/><attribute name="media-type"/>
          <optional><attribute name="properties"/></optional><empty/>
        </element></oneOrMore></element></define>
        <define name="spine"><element name="spine"><attribute name="toc"/>
          <optional><attribute name="page-progression-direction"/></optional>
          <oneOrMore><element name="itemref"><attribute name="idref"/>
            <optional><attribute name="linear"/></optional><empty/></element></oneOrMore>
        </element></define>
        <define name="guide"><element name="guide"><oneOrMore><element name="reference">
          <attribute name="type"/><attribute name="title"/><attribute name="href"/><empty/>
        </element></oneOrMore></element></define>
      </grammar>
      """#)
  }

  /// The NCX of DAISY Z39.86-2005 as EPUB 2 uses it.
  static func ncx() -> XMLGrammar {
    XMLGrammar(
      #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <grammar xmlns="http://relaxng.org/ns/structure/1.0"
        ns="http://www.daisy.org/z3986/2005/ncx/">
        <start><element name="ncx"><attribute name="version"><value>2005-1</value></attribute>
          <attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"/>
          <element name="head"><oneOrMore><element name="meta"><attribute name="name"/>
            <attribute name="content"/><empty/></element></oneOrMore></element>
          <element name="docTitle"><ref name="words"/></element>
          <element name="navMap"><oneOrMore><ref name="point"/></oneOrMore></element>
          <optional><element name="pageList"><oneOrMore><ref name="page"/></oneOrMore></element>
          </optional>
        </element></start>
        <define name="words"><element name="text"><text/></element></define>
        <define name="target"><element name="navLabel"><ref name="words"/></element>
          <element name="content"><attribute name="src"/><empty/></element></define>
        <define name="point"><element name="navPoint"><attribute name="id"/>
          <attribute name="playOrder"/><ref name="target"/>
          <zeroOrMore><ref name="point"/></zeroOrMore></element></define>
        <define name="page"><element name="pageTarget"><attribute name="id"/>
          <attribute name="playOrder"/><attribute name="type"/>
          <optional><attribute name="value"/></optional><ref name="target"/></element></define>
      </grammar>
      """#)
  }

  /// `META-INF/container.xml`: EPUB 3.3, section 4.2.6.3.1.
  static func container() -> XMLGrammar {
    XMLGrammar(
      #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <grammar xmlns="http://relaxng.org/ns/structure/1.0"
        ns="urn:oasis:names:tc:opendocument:xmlns:container">
        <start><element name="container"><attribute name="version"><value>1.0</value></attribute>
          <element name="rootfiles"><oneOrMore><element name="rootfile">
            <attribute name="full-path"/><attribute name="media-type"/><empty/>
          </element></oneOrMore></element>
        </element></start>
      </grammar>
      """#)
  }
}
