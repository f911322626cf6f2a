"""Encodings told by the letters of several lines of makers' names."""

import pytest

from vendorcheck.readers.charset import guess

_WESTERN = "Hersteller,Stück\nMüller Gehäuse,5\nGrößmann Kühlgeräte,7\nBäcker Türöffner,1\n"
_CYRILLIC = "Производитель,Количество\nЗавод Электроника,5\nЛаборатория Касперского,7\nПриборостроение,1\n"
_CHINESE = "制造商,型号\n华为技术有限公司,X1\n海康威视数字技术,X2\n中兴通讯设备,X3\n"
_JAPANESE = "メーカー,型番\nパナソニック株式会社,X1\n三菱電機,X2\n日本電気工業,X3\n"
_KOREAN = "제조사,모델\n삼성전자 주식회사,X1\n한국통신장비,X2\n현대시스템,X3\n"
_POLISH = "Producent,Ilość\nZakłady Łączności Gdańsk,5\nŻarówki Świętokrzyskie,7\nGłośniki Wrocław,1\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (_WESTERN, "cp1252"),
        (_CYRILLIC, "cp1251"),
        (_CYRILLIC, "koi8-r"),
        (_CHINESE, "gb18030"),
        (_JAPANESE, "shift_jis"),
        (_JAPANESE, "euc-jp"),
        (_KOREAN, "euc_kr"),
        (_POLISH, "cp1250"),
        (_POLISH, "iso8859-2"),
    ],
)
def test_names_come_back_as_they_were_written(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    found = guess(data)
    assert found.sure
    assert data.decode(found.encoding) == text


@pytest.mark.parametrize("sample", [b"M\xfcller \x81\n", b"Gr\xc3\n"])
def test_bytes_of_no_alphabet_are_not_believed(sample: bytes) -> None:
    assert not guess(sample).sure
