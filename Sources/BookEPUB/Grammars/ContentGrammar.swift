import BookXML

extension XMLGrammar {
  /// What `ContentModel.content` says, said again in RELAX NG for a second judge.
  static func content() -> XMLGrammar { XMLGrammar(contentDocument) }

  private static let contentDocument: StaticString = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/1999/xhtml">
      <start><element name="html"><ref name="common"/>
        <element name="head"><element name="title"><text/></element>
          <oneOrMore><element name="link"><attribute name="rel"/><attribute name="type"/>
            <attribute name="href"/></element></oneOrMore></element>
        <element name="body"><ref name="common"/>
          <element name="main"><oneOrMore><ref name="section"/></oneOrMore></element></element>
      </element></start>
      <define name="common">
        <optional><attribute name="id" ns=""/></optional>
        <optional><attribute name="class" ns=""/></optional>
        <optional><attribute name="lang" ns=""/></optional>
        <optional><attribute name="title" ns=""/></optional>
        <optional><attribute name="aria-roledescription" ns=""/></optional>
        <optional><attribute name="aria-details" ns=""/></optional>
        <optional><attribute name="aria-level" ns=""/></optional>
        <optional><attribute name="style" ns=""/></optional>
        <optional><attribute name="dir" ns=""/></optional>
        <optional><attribute name="role" ns=""/></optional>
        <optional><attribute name="translate" ns=""/></optional>
        <optional><attribute name="tabindex" ns=""/></optional>
        <optional><attribute name="hidden" ns=""/></optional>
        <optional><attribute name="aria-label" ns=""/></optional>
        <optional><attribute name="aria-labelledby" ns=""/></optional>
        <optional><attribute name="aria-describedby" ns=""/></optional>
        <optional><attribute name="aria-hidden" ns=""/></optional>
        <optional><attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"/></optional>
        <optional><attribute name="type" ns="http://www.idpf.org/2007/ops"/></optional>
      </define>
      <define name="words"><choice><text/><ref name="plainWords"/>
        <ref name="a"/><ref name="q"/><ref name="ruby"/><ref name="time"/><ref name="data"/>
        <ref name="ins"/><ref name="del"/><ref name="img"/><ref name="lineEnd"/>
      </choice></define>
      <define name="blocks"><choice><ref name="paragraph"/><ref name="hr"/>
        <ref name="blockquote"/><ref name="ol"/><ref name="ul"/><ref name="dl"/>
        <ref name="figure"/><ref name="details"/><ref name="table"/><ref name="section"/>
        <ref name="division"/>
      </choice></define>
      <define name="phrasing"><zeroOrMore><ref name="words"/></zeroOrMore></define>
      <define name="flow"><zeroOrMore><choice>
        <ref name="words"/><ref name="blocks"/>
      </choice></zeroOrMore></define>
      <define name="figureContent"><zeroOrMore><choice>
        <ref name="words"/><ref name="blocks"/><ref name="figcaption"/>
      </choice></zeroOrMore></define>
      <define name="plainWords"><element><choice>
        <name>em</name><name>strong</name><name>small</name><name>s</name><name>cite</name>
        <name>dfn</name><name>abbr</name><name>code</name><name>var</name><name>samp</name>
        <name>kbd</name><name>sub</name><name>sup</name><name>i</name><name>b</name>
        <name>u</name><name>mark</name><name>bdi</name><name>bdo</name><name>span</name>
        </choice><ref name="common"/><ref name="phrasing"/>
      </element></define>
      <define name="paragraph"><element><choice>
        <name>p</name><name>h1</name><name>h2</name><name>h3</name><name>h4</name>
        <name>h5</name><name>h6</name><name>pre</name>
        </choice><ref name="common"/><ref name="phrasing"/>
      </element></define>
      <define name="section"><element name="section"><ref name="common"/>
        <ref name="flow"/>
      </element></define>
      <define name="division"><element><choice>
        <name>article</name><name>aside</name><name>header</name><name>footer</name>
        <name>address</name><name>div</name>
        </choice><ref name="common"/><ref name="flow"/>
      </element></define>
      <define name="hr"><element name="hr"><ref name="common"/>
        <empty/>
      </element></define>
      <define name="blockquote"><element name="blockquote"><ref name="common"/>
        <optional><attribute name="cite"/></optional>
        <ref name="flow"/>
      </element></define>
      <define name="ol"><element name="ol"><ref name="common"/>
        <optional><attribute name="start"/></optional>
        <optional><attribute name="reversed"/></optional>
        <optional><attribute name="type"/></optional>
        <zeroOrMore><ref name="li"/></zeroOrMore>
      </element></define>
      <define name="ul"><element name="ul"><ref name="common"/>
        <zeroOrMore><ref name="li"/></zeroOrMore>
      </element></define>
      <define name="li"><element name="li"><ref name="common"/>
        <optional><attribute name="value"/></optional>
        <ref name="flow"/>
      </element></define>
      <define name="dl"><element name="dl"><ref name="common"/>
        <zeroOrMore><choice><ref name="dt"/><ref name="dd"/></choice></zeroOrMore>
      </element></define>
      <define name="dt"><element name="dt"><ref name="common"/>
        <ref name="phrasing"/>
      </element></define>
      <define name="dd"><element name="dd"><ref name="common"/>
        <ref name="flow"/>
      </element></define>
      <define name="figure"><element name="figure"><ref name="common"/>
        <ref name="figureContent"/>
      </element></define>
      <define name="figcaption"><element name="figcaption"><ref name="common"/>
        <ref name="flow"/>
      </element></define>
      <define name="details"><element name="details"><ref name="common"/>
        <optional><attribute name="open"/></optional>
        <ref name="summary"/><ref name="flow"/>
      </element></define>
      <define name="summary"><element name="summary"><ref name="common"/>
        <ref name="phrasing"/>
      </element></define>
      <define name="a"><element name="a"><ref name="common"/>
        <optional><attribute name="href"/></optional>
        <ref name="phrasing"/>
      </element></define>
      <define name="data"><element name="data"><ref name="common"/>
        <optional><attribute name="value"/></optional>
        <ref name="phrasing"/>
      </element></define>
      <define name="q"><element name="q"><ref name="common"/>
        <optional><attribute name="cite"/></optional>
        <ref name="phrasing"/>
      </element></define>
      <define name="time"><element name="time"><ref name="common"/>
        <optional><attribute name="datetime"/></optional>
        <ref name="phrasing"/>
      </element></define>
      <define name="ins"><element name="ins"><ref name="common"/>
        <optional><attribute name="cite"/></optional>
        <optional><attribute name="datetime"/></optional>
        <ref name="phrasing"/>
      </element></define>
      <define name="del"><element name="del"><ref name="common"/>
        <optional><attribute name="cite"/></optional>
        <optional><attribute name="datetime"/></optional>
        <ref name="phrasing"/>
      </element></define>
      <define name="ruby"><element name="ruby"><ref name="common"/>
        <oneOrMore><choice><text/><ref name="rt"/><ref name="rp"/></choice></oneOrMore>
      </element></define>
      <define name="rt"><element name="rt"><ref name="common"/>
        <ref name="phrasing"/>
      </element></define>
      <define name="rp"><element name="rp"><ref name="common"/>
        <text/>
      </element></define>
      <define name="lineEnd"><element><choice><name>br</name><name>wbr</name></choice>
        <ref name="common"/><empty/>
      </element></define>
      <define name="img"><element name="img"><ref name="common"/>
        <attribute name="src"/>
        <attribute name="alt"/>
        <optional><attribute name="width"/></optional>
        <optional><attribute name="height"/></optional>
        <empty/>
      </element></define>
      <define name="table"><element name="table"><ref name="common"/>
        <optional><ref name="caption"/></optional><zeroOrMore><ref name="colgroup"/></zeroOrMore>
        <optional><ref name="thead"/></optional>
        <choice><oneOrMore><ref name="tbody"/></oneOrMore><oneOrMore><ref name="tr"/></oneOrMore></choice>
        <optional><ref name="tfoot"/></optional>
      </element></define>
      <define name="caption"><element name="caption"><ref name="common"/>
        <ref name="flow"/>
      </element></define>
      <define name="colgroup"><element name="colgroup"><ref name="common"/>
        <optional><attribute name="span"/></optional>
        <zeroOrMore><ref name="col"/></zeroOrMore>
      </element></define>
      <define name="col"><element name="col"><ref name="common"/>
        <optional><attribute name="span"/></optional>
        <empty/>
      </element></define>
      <define name="thead"><element name="thead"><ref name="common"/>
        <zeroOrMore><ref name="tr"/></zeroOrMore>
      </element></define>
      <define name="tbody"><element name="tbody"><ref name="common"/>
        <zeroOrMore><ref name="tr"/></zeroOrMore>
      </element></define>
      <define name="tfoot"><element name="tfoot"><ref name="common"/>
        <zeroOrMore><ref name="tr"/></zeroOrMore>
      </element></define>
      <define name="tr"><element name="tr"><ref name="common"/>
        <zeroOrMore><choice><ref name="th"/><ref name="td"/></choice></zeroOrMore>
      </element></define>
      <define name="td"><element name="td"><ref name="common"/>
        <optional><attribute name="colspan"/></optional>
        <optional><attribute name="rowspan"/></optional>
        <optional><attribute name="headers"/></optional>
        <ref name="flow"/>
      </element></define>
      <define name="th"><element name="th"><ref name="common"/>
        <optional><attribute name="colspan"/></optional>
        <optional><attribute name="rowspan"/></optional>
        <optional><attribute name="headers"/></optional>
        <optional><attribute name="scope"/></optional>
        <optional><attribute name="abbr"/></optional>
        <ref name="flow"/>
      </element></define>
    </grammar>
    """#
}
