"""The letters beyond ASCII that languages are written in, the commonest first, and the encodings they come in.

What a letter counts falls from the first to the last; that is close enough to tell alphabets apart in a few words.
"""

from typing import NamedTuple


class Alphabet(NamedTuple):
    """The small letters of a language beyond ASCII, and its encodings with how unlikely each is by itself, in nats.

    With `runs`, letters beyond ASCII make whole words; else they stand among Latin ones.
    """

    letters: str
    encodings: tuple[tuple[str, float], ...]
    runs: bool = False


class Script(NamedTuple):
    """Characters of two bytes: those common in bills, and an encoding with how unlikely it is by itself, in nats.

    `ordinary` are the first and last lead byte of the characters that everybody learns.
    """

    common: str
    encoding: str
    cost: float
    ordinary: tuple[int, int]


_WESTERN = (("cp1252", 0.0), ("iso8859-15", 4.0), ("cp850", 5.0), ("mac-roman", 5.0))
_CENTRAL = (("cp1250", 3.0), ("iso8859-2", 4.0), ("cp852", 6.0))
_CYRILLIC = (("cp1251", 3.0), ("koi8-r", 4.0), ("cp866", 5.0), ("iso8859-5", 6.0), ("mac-cyrillic", 6.0))

ALPHABETS = (
    Alphabet("üäößé", _WESTERN),  # German
    Alphabet("éèàêçîôâûùëïœ", _WESTERN),  # French
    Alphabet("óíáéñúü", _WESTERN),  # Spanish
    Alphabet("ãçéáíóêõâàú", _WESTERN),  # Portuguese
    Alphabet("àèéìòù", _WESTERN),  # Italian
    Alphabet("ëéïöüè", _WESTERN),  # Dutch
    Alphabet("äöåéøæü", _WESTERN),  # Swedish, Finnish, Danish, Norwegian
    Alphabet("áíéóöúðþæý", _WESTERN),  # Icelandic
    Alphabet("éüöäáóíñèçãàøåßêúâôæòùîëõïìûœýšžðþ", _WESTERN),  # several of these in one bill
    Alphabet("łóąężśćńź", _CENTRAL),  # Polish
    Alphabet("íáéěčžřýšůúťďň", _CENTRAL),  # Czech
    Alphabet("áíéčžýšúťľôňóäď", _CENTRAL),  # Slovak
    Alphabet("éáöóőüíúű", _CENTRAL),  # Hungarian
    Alphabet("ăîâşţ", _CENTRAL),  # Romanian
    Alphabet("čšžćđ", _CENTRAL),  # Croatian, Slovene
    Alphabet("éáíöüóčłšžäřőýěąęßćśúńůűđżťďľ", _CENTRAL),  # several of these in one bill
    Alphabet("ėšžųįūąčę", (("cp1257", 5.0),)),  # Lithuanian
    Alphabet("āīšēūņļžģčķ", (("cp1257", 5.0),)),  # Latvian
    Alphabet("äõüöšž", (("cp1257", 5.0),)),  # Estonian
    Alphabet("ıiüşğöçİâ", (("cp1254", 3.0),)),  # Turkish
    Alphabet("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", _CYRILLIC, runs=True),  # Russian
    Alphabet("оаинвітерслкудмпязьгбчйхжїєцшющґф", _CYRILLIC[:1], runs=True),  # Ukrainian
    Alphabet("аоиентрсвлдкпмъзябгучцйхщжшфюь", _CYRILLIC[:1], runs=True),  # Bulgarian
    Alphabet(
        "αοιτεσνηυρκπμλςόίθάγδωέήφχύώβζξψϊϋΐΰ",
        (("cp1253", 3.0), ("iso8859-7", 4.0)),
        runs=True,
    ),  # Greek
    Alphabet("יוהלאתרבשמנםדקעחכפסגטזןצךףץ", (("cp1255", 3.0), ("cp862", 6.0)), runs=True),  # Hebrew
    Alphabet("اليمنترةوبكسدعقشحجفهصخطزذغضثأىإئءؤآظ،؟ًٌٍَُِّْ", (("cp1256", 3.0), ("iso8859-6", 5.0)), runs=True),  # Arabic
    Alphabet("านรอกเมงลยวดทสตหะปบขจคแพชไใโถผซธศณษภญฉฝฟฐฮฬัี่้ิ์ุำื็ูึๆๅฯ", (("cp874", 3.0),), runs=True),  # Thai
)

#: Signs that stand in bills of every language, mostly beside numbers and words.
SIGNS = "°µ®±²³×ØøΩ–—“”„’‘«»€£™©½¼¾·•…§№¿¡ºª\u00a0\u00ad"

_SIMPLIFIED = (
    "的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者"
    "多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从"
    "制造商型号名称数量供应厂单位描述规格备注品牌产品价格元件公司有限股份科技技术电子电气电器设备实业集团信息通信网络系统工业工程机械仪器仪表"
    "材料器件半导体芯片电路板线缆电缆连接插座排针端子开关继按键电池电源适配变压整流稳压模块传感温度湿度压力流光学摄像头机监控录硬盘存储卡"
    "贴片电阻容感晶振二三极管集成发光显示屏液晶触摸螺丝钉母垫圈铜柱铁钢铝塑料外壳盒支架固定安装黑白红绿蓝黄色高低内外左右长宽厚直径毫米"
    "深圳北京上海广州东莞杭南宁苏无锡天津成都重庆武汉西安厦门青岛济大连沈阳香港台湾市省区县路市华为中兴威视康达利新亚太平洋风星源正泰"
    "德力普思尔特斯拉克林森海洋河山江金银木水火土龙凤虎明亮智能自动控制检测测试维修服务质量标准合格证书日期编号订货采购合同项目总计小计"
    "需要所有打印使用加工焊接装配说明图纸文件清单物料表格选择可以建议购买淘宝链接参考类型封装位号丝印焊盘贴装手插"
)
_TRADITIONAL = (
    "的一是不了在人有我他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其裡所去行過家十用發天如然作方成者"
    "多日都三小二無同經法當起與好看學進種將還分此心前面又定見只主沒公從"
    "製造商型號名稱數量供應廠單位描述規格備註品牌產品價格元件公司有限股份科技技術電子電氣電器設備實業集團資訊通訊網路系統工業工程機械儀器"
    "材料器件半導體晶片電路板線纜電纜連接插座排針端子開關繼按鍵電池電源適配變壓整流穩壓模組感測溫度濕度壓力流光學攝影頭機監控錄硬碟儲存卡"
    "貼片電阻容感振二三極體積層陶瓷交換式供應器發光顯示螢幕液晶觸控螺絲釘母墊圈銅柱鐵鋼鋁塑膠外殼盒支架固定安裝黑白紅綠藍黃色高低內外左右"
    "長寬厚直徑臺台灣北新竹桃園中南高雄市縣區路巷號樓華為中興威視達利亞太平洋風星源正泰德力群精密金銀木水火土明智慧自動控制檢測維修服務"
    "品質標準合格日期編號訂貨採購合約專案總計小計說明圖檔清單表選擇可以類別封裝位置戶半球型組線條管理處景點特色詳細文字開放時間權責代碼"
    "海國家森林遊樂縣鄉鎮村街道旅觀光客服址話傳真網站簡介"
)
_JAPANESE = (
    "あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわをん"
    "アァイィウゥエェオカガキギクグケゲコゴサザシジスズセゼソタダチッツテデトドナニネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワンヴー・、。（）「」"
    "株式会社有限東京大阪名古屋横浜北海道福岡日本電気電子工業製作所機械器具商事産業技術研究精密計測化学金属鉄鋼村田製田中山川松下本木井上"
    "型番品名数量単価金額合計小計備考仕様説明規格分類種別用途番号部品材料部材供給販売元取付外屋内壁面天井床用途防水防塵温度湿度圧力電源電圧電流"
    "抵抗積層容量基板接続端子配線線材箱盤制御監視検査装置部組立完成図面数値色黒白赤青緑黄長幅高厚径重手自動式形小中大型新旧年月日発注納期"
)
_KOREAN = (
    "이다는을의에가한지로고하기사도리자어대인정전주식회산업시스템국공제품명수량모델번호조업체급거래처단가격금액합계소비고설명사양규분류종유형"
    "삼성현엘지부천원주광울산서울강남구동북중앙성통신망영상감카메라보안장치기외실내내용네트워크스위치허브라우터어댑터케이블커넥터볼트너트"
    "나사와셔브래킷센온습압력측계측움직임방향적층세믹콘덴저항칩반도체회로기판모듈디스플레이화면메모드하디배터리충전원공급벽면연결선육각검정흰색빨간파란"
    "및등과를은으로만년월일개세판매관리자료표목록구매요청납확인불가능수입출원산지한국일본독미국도입용도타무선유선표준형소대신규최대최"
)

SCRIPTS = (
    Script(_SIMPLIFIED, "gb18030", 3.0, (0xB0, 0xD7)),
    Script(_TRADITIONAL, "cp950", 3.0, (0xA4, 0xC6)),
    Script(_JAPANESE, "cp932", 3.0, (0x88, 0x98)),
    Script(_JAPANESE, "euc-jp", 3.0, (0xB0, 0xCF)),
    Script(_KOREAN, "cp949", 3.0, (0xB0, 0xC8)),
)

#: Signs of the scripts above.
WIDE_SIGNS = "，。、；：？！（）【】《》“”‘’・ー「」『』　＋－／＊＃％～"

#: Signs that end a unit, as in m².
UNITS = "²³"

#: Vowels without their accents, of the alphabets that write them.
VOWELS = frozenset("aeiouyæøœıаеёиоуыэюяіїєαειοηυω")

#: Letters that no vowel follows: Polish writes ni for ń there, where Spanish has ñ.
NOT_BEFORE_VOWELS = "ń"
