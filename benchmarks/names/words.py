"""Word tables of the generators: enough to know what a word of a name is, and none of the program's own tables."""

import re
import unicodedata


def words_set(words: str) -> frozenset[str]:
    """Return the words of a text as a table."""
    return frozenset(words.split())


FORMS = words_set(
    """co company corp corporation inc incorporated ltd limited llc llp lp plc pte pty gmbh ag kg ohg ug sa sas sarl
    srl spa sl sac bv nv ab as asa oy oyj aps doo dd ad ead eood ood jsc ojsc cjsc pjsc pao oao ooo zao ao kk bhd sdn
    berhad fze fzco fzc dmcc est establishment kft zrt nyrt sro pvt ltda sal cia aktsionernoe obshchestvo
    otkrytoe publichnoe zakrytoe ogranichennoi ogranichennoy otvetstvennostyu joint stock open
    closed public liability private sirketi sti anonim cv de c v s a l r p o the of and et und und y e i"""
)

GENERIC = words_set(
    """technology technologies tech electronic electronics electric electrical digital information intelligent
    international trading trade import export industries industry industrial group holding holdings enterprise
    enterprises general global services service systems system engineering development research institute science
    scientific production center centre university academy bank finance financial investment investments management
    commercial commerce logistics shipping marine maritime transport transportation cargo freight aviation aerospace
    aircraft airlines air airways oil gas petroleum petrochemical chemical chemicals energy power steel metal metals
    mining machinery machine machines equipment instrument instruments manufacturing factory plant works construction
    building materials material supply supplies products communications communication telecom telecommunications
    network networks software computer semiconductor microelectronics optical optics optoelectronic photonics medical
    pharmaceutical pharmaceuticals laboratory national state central united first new organization organisation
    association foundation committee ministry department office agency bureau design special military defense defence
    security solutions consulting company firm brothers sons partners associates exchange insurance real estate
    agro agricultural food foods textile textiles auto motor motors automotive vehicle vehicles navigation tankers
    inversiones comercializadora comercial grupo empresa distribuidora servicios transportes sociedad constructora
    institut zavod kombinat tovarishchestvo predpriyatie nauchno issledovatelskii proizvodstvennoe federal sanayi
    ticaret ve islamic revolutionary wireless mobile data internet video audio light lighting control controls
    automation robotics business vision sensor sensors innovation innovations advanced micro tele net media labs lab"""
)

PLACES = words_set(
    """beijing shanghai shenzhen guangzhou hangzhou nanjing chengdu wuhan xian tianjin chongqing suzhou dalian
    shenyang harbin qingdao xiamen ningbo zhuhai dongguan foshan hefei jinan changsha zhengzhou kunming wuxi hebei
    hunan hubei henan guangdong guangxi zhejiang jiangsu sichuan shandong fujian anhui jilin liaoning xinjiang moscow
    moskva petersburg novosibirsk kazan samara crimea sevastopol simferopol minsk kiev tehran isfahan shiraz tabriz
    dubai sharjah damascus aleppo beirut baghdad istanbul ankara izmir kowloon pyongyang karachi lahore islamabad
    bogota cali medellin caracas havana london tokyo seoul singapore taipei cyprus panama geneva zurich"""
)

COUNTRIES = words_set(
    """china chinese russia russian iran iranian syria syrian iraq turkey turkish belarus ukraine kazakhstan pakistan
    india malaysia thailand vietnam japan korea korean cuba venezuela colombia mexico brasil brazil usa uk germany
    deutschland france italy spain canada lebanon uae emirates qatar oman kuwait egypt libya sudan zimbabwe taiwan
    hong kong macau hk america europe asia middle east north south west"""
)

ENGLISH = words_set(
    """branch business capital cloud world star union green resources blue money republic army trust golden properties
    ship invest universal lines technical sky support fund city project holy projects sea house travel zone hotel
    grand foreign charitable charity aid relief smart land movement fuel force future trafficking sun pacific unit
    complex team resistance express one refinery nuclear directorate institution radio welfare satellite council
    leasing all ventures forces province mineral cooperation overseas road drug water administration division
    printing parts soldiers interior port market television tourism shop people peoples commission civil alliance
    credit ocean social park heavy components companies space line diamond precision red police gulf resort era under
    fast premier shipyard offshore brigade procurement street affairs affayrs mechanical education culture cultural
    operation liberation protection victory currency way farm democratic free party black concern partnership atomic
    economic processing flight sciences integrated king car technique address subsidiary property reconstruction
    chemistry life marketing government home intelligence distribution wave training royal well testing test refining
    justice link enrichment oriental engineers cooperative main film region devices with guard transfer terminal
    supermarket wings broadcasting station base block martyrs battalion humanitarian work applied iron art associated
    asset consultancy ground element revolution tanker railway railways floor telecommunication bridge beach organized
    petrochemicals fourth gang second tours white far press safety plants european guidance standard strategic board
    innovative stars drilling modern arms navy exploration facilities consultants silver academies academy forensic
    physics mechanics quantum propulsion missile missiles tactical helicopter helicopters aeronautical experimental
    theoretical republican municipal budgetary institution educational higher named after their detention centers
    transformer switchgear cement aluminum aluminium copper zinc tractor foundry casting turbine turbines pipe pipes
    russian federation state union soviet rail roads subsidiaries unitary enterprise penitentiary border prison court
    resistance front order ring corps guards faith islam revival heritage society from"""
)
"""English words that no romanisation respells."""

_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return a text in small letters without accents and full-width forms."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded: runs of letters and digits."""
    return _WORD.findall(folded(text))


def normal(text: str) -> str:
    """Return the letters and digits of a text, folded: names that agree in it are the same name."""
    return "".join(words_of(text))


def distinctive(text: str) -> list[str]:
    """Return the words of a text that are no legal form, business word, place or country."""
    return [word for word in words_of(text) if not is_common(word)]


def is_common(word: str) -> bool:
    """Return whether a folded word is in one of the tables, or a single letter."""
    return len(word) == 1 or word in FORMS or word in GENERIC or word in PLACES or word in COUNTRIES
