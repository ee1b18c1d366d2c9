"""Only a text that is surely not English is called so."""

import pytest

from claimgraph.read.language import foreign_language, is_foreign_line

FOREIGN = [
    (
        "French",
        "Le conseil municipal a annoncé lundi que la décharge fermerait avant l'hiver, après la plainte des riverains.",
    ),
    (
        "Spanish",
        "El ayuntamiento anunció el lunes que el vertedero cerrará antes del invierno tras las quejas de los vecinos.",
    ),
    (
        "German",
        "Der Stadtrat kündigte am Montag an, dass die Deponie vor dem Winter geschlossen wird, weil Wasser austritt.",
    ),
    (
        "Italian",
        "Il comune ha annunciato lunedì che la discarica chiuderà prima dell'inverno dopo le proteste dei residenti.",
    ),
    (
        "Portuguese",
        "A prefeitura anunciou na segunda-feira que o aterro será fechado antes do inverno, após queixas dos moradores.",
    ),
    (
        "Dutch",
        "De gemeente maakte maandag bekend dat de stortplaats voor de winter wordt gesloten na klachten van bewoners.",
    ),
    (
        "Turkish",
        "Belediye, çöp sahasının kıştan önce kapatılacağını pazartesi günü duyurdu ve şikayetlerin haklı olduğunu belirtti.",
    ),
    ("Russian", "Городской совет сообщил в понедельник, что свалка закроется до зимы после жалоб жителей."),
    ("Arabic", "أعلن المجلس البلدي يوم الاثنين أن المكب سيغلق قبل الشتاء بعد شكاوى السكان."),
    ("Chinese", "市议会周一宣布，垃圾填埋场将在冬季之前关闭，此前居民多次投诉。"),
]


@pytest.mark.parametrize(("name", "text"), FOREIGN)
def test_another_language_is_named(name, text):
    assert foreign_language(text * 2) == name


ENGLISH = [
    "The council said on Monday that the landfill would close before winter.",
    "Landfill closes.",
    "Nguyen Van Minh, Tran Thi Hoa, Le Duc Anh.",
    "Goals: Fernández 12, Müller 40, Østergaard 77, Łukasz 81, Šimić 90.",
    "Erdem, Yıldız, Çelik and Öztürk met Kowalczyk, Wiśniewski, Szymański and Dąbrowski in Kraków, Łódź and Gdańsk.",
    "São Paulo, Rio de Janeiro and Belo Horizonte reported outages; Curitiba did not.",
    "“C'est la vie,” said the mayor of Neuilly-sur-Seine after the vote on Rue de la Paix and Avenue des Champs-Élysées.",
    "",
    "12345 67890",
    "Ja.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_names_and_scraps_are_not_refused(text):
    assert foreign_language(text) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Des pompiers devant la mairie, le 3 juin 2014", True),
        ("Los bomberos delante del ayuntamiento tras el incendio", True),
        ("Die Feuerwehr vor dem Rathaus nach dem Brand", True),
        ("Пожарные у ратуши", True),
        ("Firefighters stand outside the town hall", False),
        ("Rio de Janeiro, Ciudad del Este, La Paz", False),
        ("I do know the man, he said", False),
        ("Ana Duarte, Tomas Berg, Li Wei", False),
        ("1988-94", False),
    ],
)
def test_line_in_another_language_is_told(line, expected):
    assert is_foreign_line(line) is expected
