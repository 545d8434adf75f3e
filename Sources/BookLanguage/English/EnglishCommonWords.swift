extension PeopleWords {
  static let englishCommon = """
    a about above after again against ago ah all almost alone along already also although always am
    among an and another any anybody anyone anything are around as aside at away back be became
    because become been before began behind being below beside besides between beyond both boy boys
    but by call called came can cannot child children christian come coming could day days dear did
    do does doing done down during each early either else end enough even ever every everybody
    everyone everything except far few finally first five for four friend friends from further
    gentlemen girl go god going gone good got great had half hardly has have having he heaven hello
    hence her here hers herself hey him himself his home house how however i if in indeed instead
    into is it its itself just know lady last late later least leave left less let like little
    long look looking made make man many me meanwhile men might mine more moreover most mother much
    must my myself near nearly neither never nevertheless new next night nine no nobody none nor not
    nothing now of off often oh old on once one only or other others otherwise ought our ours out
    over own people perhaps please poor quite rather really said same saw say second see seven
    several shall she should since six so some somebody someone something sometimes somewhere soon
    still such suddenly ten than thank thanks that the their them themselves then there thereafter
    therefore these they thing things think third this those though three through throughout thus
    till time to today together told tomorrow tonight too took toward towards twice two under
    unless until up upon us very was we well went were what whatever when whenever where whereas
    wherever whether which while who whoever whole whom whose why with within without woman women
    work world would year years yes yesterday yet you young your yours yourself captain king queen
    father mother brother sister uncle aunt doctor sir lady lord boss chief teacher coach nurse
    neighbour neighbor grandmother grandfather son daughter husband wife
    """

  /// Words by which people are addressed, so that with a capital they name somebody.
  package static let addresses = """
    captain king queen father mother brother sister uncle aunt doctor sir lady lord boss chief
    teacher coach nurse grandmother grandfather man boy girl god friend christian young little
    """

  /// Initials that stand for a thing.
  package static let abbreviations = """
    A.M. P.M. A.D. B.C. U.S. U.K. U.N. E.U. N.Y. N.J. N.C. N.H. N.D. N.M. S.C. S.D. D.C. R.I. B.A.
    M.A. M.D. P.S. N.B. P.O. Q.C. K.C. M.P. H.Q. V.P. T.V. P.R. C.O. O.K. R.R. H.M. C.E. B.S. U.S.A.
    U.S.S. B.B.C. N.Y.C. R.A.F. H.M.S. R.N.
    """

  /// Of such short forms, those that open a note or name a body and are nobody's initials.
  package static let notInitials = """
    P.S. P.P.S. N.B. R.S.V.P. I.O.U. B.B.C. U.S.A. U.S.S. R.A.F. H.M.S. H.R.H. H.Q. N.Y.C. Y.M.C.A.
    Y.W.C.A. T.U.C. R.S.P.C.A.
    """

  /// Names that are words as well.
  package static let homographs = """
    angel april art august autumn bailey baker banks barber bay bell berry bill bird bishop black
    blanche bliss bloom blossom bob bond booth bow brand bright brook brooks brown buck bud burns
    butler cane cannon carol carter case cash chance chase chip christian chuck clay cliff cook
    cooper crane crow curry dale daisy dawn day dean dick dolly drew duke dusty earl early east eve
    faith farmer fay fern field fields fish fisher fleet flint flora flower ford forest foster fox
    frank franklin gale gay gene ginger glass glen gore grace grant gray green grey grove guy hale
    hall harmony harp hart hay hazel heath heather hill hob holly honor hope house hunt hunter iris
    ivy jack jade jay jean jersey jewel jim joy jude judge june king knight lamb lance lane lark lee
    lily long love major mark mars marsh martin mason may mead melody mercy mercer mike mill miller
    mills miles moon moor moss myrtle nick noble norm north olive page paige pansy park parks parker
    pat patience pearl pepper peg penny piper pitt pole pool poppy porter pride prince prudence
    queen ray read reed rice rich river rob robin rock rocky rod rose ruby rusty ruth sage sally sandy
    savage scarlet scotch serena sharp shepherd short sky smart smith snow south spring star
    starling steel sterling stone storm storey street strong sue summer sunny swan tailor tanner
    taylor teach temple terry thatcher thorn tiger tom tower trip troy tuck turner tyler van vera
    victor victoria viola violet virginia wade walker wall ward waters way weaver webb wells west
    wheeler white will winter wolf wood woods worth young
    """

  /// Words that make a plain word of the one before, where it begins a sentence.
  package static let afterPlainWord = """
    you i he she it we they the a an this that these those my your his her its our their not never
    be have any all some one ye thou there me him us them such no
    """
}
