#!/usr/bin/env python3
"""Makes Sources/BookPeople/Names/Data/nicknames.txt: every short form with the names it may stand for.

  make-nicknames.py NICKNAMES_CSV LEXICON

NICKNAMES_CSV is names.csv of carltonnorthern/nicknames (Apache-2.0), LEXICON is lexicon.txt, beside which it is
written. Short forms that are common
words and no names of their own are left out, since the list over-generates.
"""
import collections, csv, os, re, sys

EXTRA = """
elizabeth:lizzy,lizzie,eliza,liz,beth,bess,bessie,betsy,betty,betsey,libby,elsie,lisbeth,lise,elspeth,bettina
catherine:kitty,kate,katie,cathy,cath,kit,kittie
katherine:kitty,kate,katie,kathy,kit,kittie
katharine:kitty,kate,katie,kathy,kit
margaret:meg,maggie,peggy,madge,margie,daisy,meggy,margery,greta,rita,marguerite
mary:molly,polly,moll,mamie,maria,may,minnie,mollie
sarah:sally,sal,sadie
martha:patty,patsy,mattie
dorothy:dolly,dot,dora,dottie,dodo
dorothea:dolly,dora,dodo,thea
susan:sukey,sue,susie,susy
harriet:hatty,hattie,harry
helen:nell,nellie,nelly,nora
eleanor:nell,nellie,ellie,nora
ellen:nell,nelly,nellie
anne:nan,nancy,nanny,annie,nannie
ann:nan,nancy,nanny,annie
josephine:jo,josie,josy
amelia:emmy,milly,amy
emily:emmy,em,milly
henrietta:hetty,etta
hester:hetty,hettie
isabella:bella,bell,belle,izzy
arabella:bella,bell
theresa:tess,tessie,tracy
florence:flo,flossie,florry
charlotte:lottie,lotty,charley
caroline:carrie,caro,lina
letitia:letty,lettie
frances:fanny,fannie,frank
jane:jenny,janey,jennie
janet:jenny,jennie
lucy:lu,lulu,luce
louisa:lou,lulu,loo
philippa:pippa
deborah:deb,debby
rosamond:rosy,rosie
bridget:biddy,bride,bridie
prudence:prue,pru
winifred:winnie,freda
gertrude:gertie,trudy
edith:edie,ede
ethel:eth
abigail:abby,nabby
penelope:pen,penny
diana:di
cecilia:cissy,cis,celia
felicity:fliss
william:will,bill,willy,billy,bully,willie,wm
john:jack,johnny,jock,jacky,johnnie,jno
james:jim,jem,jimmy,jemmy,jamie,jas
charles:charley,charlie,chas
henry:harry,hal,hank
robert:bob,bobby,rob,robin,robbie,bert,robt
richard:dick,dickie,dicky,rick
thomas:tom,tommy,tommie,thos
edward:ned,ted,teddy,neddy,eddie,edw
edmund:ned,ted,eddie
francis:frank,frankie
frederick:fred,freddy,freddie
nathaniel:nat,nathan
samuel:sam,sammy,saml
daniel:dan,danny,danl
benjamin:ben,benny,benj
joseph:joe,joey,jos
matthew:mat,matt
alexander:alec,aleck,alick,sandy,alex,eck
anthony:tony
andrew:andy,drew
lawrence:larry,laurie
laurence:larry,laurie
theodore:teddy,theo,ted,laurie
george:georgie,geordie,geo
david:davy,dave,davie
stephen:steve,stevie
michael:mike,mick,micky
patrick:pat,paddy
timothy:tim
peter:pete
philip:phil,pip
walter:wat,walt,wally
albert:bert,bertie,al
herbert:bert,bertie
gilbert:gil,bertie
hugh:hughie,hew
abraham:abe,bram
ebenezer:eben
jeremiah:jerry
gerald:jerry
archibald:archie,archy,baldy
algernon:algy
reginald:reggie,rex
percival:percy
rudolf:rudy
rudolph:rudy
huckleberry:huck
nicholas:nick,nicky
christopher:kit,chris
augustus:gus
gustavus:gus
ulysses:lyss
deborah:deb
"""

# Two names, whatever the list says.
NEITHER = {("solomon", "saul")}

def main():
    path, lexicon = sys.argv[1:3]
    facts = {}
    for line in open(lexicon, encoding="utf-8"):
        m = re.match(r"(\S+) ((?:[A-Z]\d)*)", line)
        if m: facts[m[1]] = dict((t[0], int(t[1])) for t in re.findall(r"[A-Z]\d", m[2]))
    full = collections.defaultdict(set)
    for row in csv.DictReader(open(path)):
        name, nick = row["name1"].lower(), row["name2"].lower()
        f = facts.get(nick, {})
        if not nick.isalpha() or len(nick) < 2 or name == nick: continue
        if max(f.get("M", 0), f.get("F", 0)) == 0 and f.get("W", 0) > 0: continue
        if f.get("W", 0) > 6 or (name, nick) in NEITHER: continue
        full[nick].add(name)
    for line in EXTRA.split():
        name, nicks = line.split(":")
        for nick in nicks.split(","): full[nick].add(name)
    lines = [nick + " " + " ".join(sorted(names)) for nick, names in sorted(full.items(), key=lambda p: p[0].encode())]
    out = os.path.join(os.path.dirname(lexicon), "nicknames.txt")
    with open(out, "w", encoding="utf-8") as f: f.write("\n".join(lines) + "\n")
    print(len(lines), "short forms")

main()
