"""Function words and adjectives inside actor phrases, and words by which a text takes up an actor named before."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

LINKS: Final = frozenset(
    {"تابعه", "تابعين", "تابعون", "تابعان", "التابعه", "التابعين", "تتبع", "من", "ل", "لدي", "يتبعون", "تابع", "التابع"}
)
"""What may stand between a force and whose it is."""
WITHIN: Final = "في"
"""Between a service and the group that has it: "the police |in| X"."""
BELONGS: Final = frozenset(
    {"تابعه", "تابعين", "تابعون", "التابعه", "التابعين", "التابعون", "تتبع", "يتبعون", "تابع", "التابع"}
)
"""Participles of "belonging to": whoever follows owns what stands before."""
ORDINALS: Final = frozenset(
    {
        "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الاولي", "الثانيه",
        "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه", "العاشره",
    }
)  # fmt: skip
"""Behind the head noun of a unit: which of them."""
OF_UNIT: Final = frozenset({"في", "مدرع", "مشاه", "ميكا", "الموالي", "المواليه"})
"""Behind the number of a unit, before whose it is."""
HEAVY: Final = frozenset({"ثقيله", "صاروخيه", "مدفعيه", "متوسطه", "متفجره", "عنقوديه", "فراغيه", "موجهه", "ارتجاجيه"})
"""What guns and shells are, behind their name."""
THAT_THEY: Final = frozenset({"انهم", "انه", "انها", "بانهم", "بانه", "بانها", "انهما"})
"""What follows a word of doubt: "thought |that they are| of X"."""
FILLERS: Final = frozenset(
    {
        "حربيه", "الحربيه", "حربي", "الحربي", "مسيره", "المسيره", "مسير", "المسير", "عسكريه", "العسكريه", "عسكري", "مروحيه",
        "المروحيه", "مروحي", "المروحي", "خاصه", "الخاصه", "بريه", "البريه", "مسلحه", "المسلحه", "مقاتله", "المقاتله", "امنيه",
        "الامنيه", "مشتركه", "المشتركه", "مدرعه", "ثقيله", "الثقيله", "نفاثه", "استطلاع", "الاستطلاع", "انتحاريه", "الانتحاريه",
        "المدفعيه", "مدفعيه", "الجويه", "جويه", "البحريه", "بحريه", "بدون", "دون", "بلا", "صغيره", "طيار", "جديد", "جديده", "الراجله",
        "الحدوديه", "اخري", "العمليات", "الكوماندوس", "الكوماندوز", "النخبه", "السابق", "السابقه", "السابقين", "مكافحه", "الارهاب", "محليه", "المحليه",
    }
)  # fmt: skip
"""Adjectives between a force and whose it is."""
ARMS: Final = frozenset({"ذراع", "الذراع", "جناح", "الجناح", "فرع", "الفرع"})
"""Behind a group, what it is said to be of another: "X, |the armed wing| of Y"."""
MACHINES: Final = frozenset({"مروحيه", "مروحي", "مسيره", "مسير", "مدرعه", "نفاثه"})
"""Of these, what is also a machine: "the factions hit |a helicopter| belonging to X"."""
MILITIAS: Final = frozenset(
    {
        "فصايل", "فصيل", "مجموعات", "جماعات", "ميليشيات", "مليشيات", "ميلشيات", "ميليشات", "ميليشيا", "مليشيا", "ميلشيا", "مرتزقه", "مسلحين",
        "مسلحون", "مقاتلين", "مقاتلون", "كتائب",
    }
)  # fmt: skip
"""Head nouns of militias, as ``head_noun`` gives them."""
ITS_MILITIAS: Final = ("فصايل", "ميليشيات", "مليشيات", "ميلشيات", "مرتزقت", "جماعات")
"""How words begin for militias with a pronoun behind."""
HIS_OR_HER: Final = ("ه", "ها")
OPPOSED: Final = frozenset({"معارضه", "المعارضه"})
"""Of what kind factions are that oppose a government, whoever is named before them."""
WHAT_KIND: Final = (FILLERS - MACHINES) | {
    "سوريه", "السوريه", "سوريين", "السوريين", "سوريون", "معارضه", "المعارضه", "ارهابيه", "الارهابيه", "اجنبيه", "الاجنبيه",
    "عسكريين", "محليين", "مسلحين", "المسلحين",
}  # fmt: skip
"""What stands between that and "loyal"."""
OBEYING: Final = frozenset({"مواليه", "موالين", "موالون", "موالي"})
"""Participles of "loyal to", of men whom somebody commands, and does not only back."""
LOYAL: Final = frozenset(
    {
        "مواليه", "موالين", "موالون", "مدعومه", "مدعومين", "مدعومون", "تابعه", "تابعين", "تابعون", "مرتبطه", "مرتبطين", "مرتبطون",
        "متحالفه", "مسانده", "حليفه", "موالي", "مويده", "مويدين", "مويدون", "مناصره", "مناصرين", "مناصرون",
    }
)  # fmt: skip
"""Participles of whoever fights for somebody, as ``head_noun`` gives them."""
ITS: Final = frozenset(
    {"لها", "له", "لهم", "لهما", "منها", "منه", "منهم", "منهما", "بها", "به", "بهم", "معها", "معه", "معهم"}
)
"""Pronouns behind that: "loyal |to it|", "backed |by them|"."""
FORMER: Final = frozenset({"سابق", "سابقا", "سابقين", "سابقون", "سابقان", "السابق", "السابقين", "السابقون"})
"""Right behind a fighter: he is a member of nothing any more."""
FORMER_MEN: Final = frozenset({"السابقين", "السابقون"})
"""The same behind whose men they were."""
UNKNOWN_WORDS: Final = frozenset(
    {"مجهول", "مجهوله", "مجهولين", "مجهولون", "المجهوله", "مجهولي", "ملثمين", "ملثمون", "مجهولو"}
)
_MILITIA: Final = ("ميليشيا", "مليشيا", "ميلشيا", "ميليشيات", "مليشيات", "ميلشيات", "ميليشات")
TAKEN_UP: Final = dict.fromkeys(_MILITIA, _MILITIA[0]) | {
    word: word for word in ("احتلال", "تنظيم", "عصابات", "جماعه", "محتل", "عدو", "فصيل")
}
"""Head nouns by which a text takes up an actor named before, in every spelling and number of each: "the occupation", "the militia"."""
FLIES: Final = frozenset({"airstrike", "drone_strike"})
"""What forces of the air do."""
TAKEN_UP_WITH_THE: Final = frozenset({"حركه", "حزب", "فرقه", "شرطه"})
"""The same, only with the article: "the party", but not "the party of"."""
THE_FORCE: Final = "القوه"
"""Folded "the force", which takes up troops that were named so, or by another word of ``TROOPS``; also "violence" behind one of ``USES``."""
TROOPS: Final = frozenset({"قوه", "قطعات", "قوات", "دوريه", "مفرزه", "مفارز", "فوج", "سريه", "وحده"})
USES: Final = frozenset(
    {"استخدام", "باستخدام", "استخدمت", "استعمال", "باستعمال", "منطق", "لغه", "عرض", "استعراض", "ذات", "من", "بين"}
)
THE_FACTIONS: Final = "الفصايل"
"""Folded "the factions", which takes up the operations room in which they fight."""
NATIVES: Final = frozenset({"ابناء", "اهالي", "سكان"})
"""Behind gunmen "of": the people of a town."""
CELLS: Final = frozenset({"خلايا", "خليه"})
NETS: Final = frozenset({"شبكه", "الشبكه"})
"""What a group's cell is called too where it is caught; a network that says something is an outlet."""
WHAT: Final = "ما"
IS_CALLED: Final = frozenset({"يسمي", "تسمي", "يعرف", "تعرف", "يدعي", "تدعي"})
"""Behind "what", before a name that the writer does not grant."""
IN_FAVOUR: Final = "لصالح"
"""In favour of; only behind "belonging", "loyal" the name of Saleh."""
BASE: Final = "القاعده"
"""Al-Qaida's short name, which is also "the base"."""
GUNMEN: Final = ("مسلح", "مقاتل", "متمرد", "متشدد", "متطرف", "ارهابي", "جهادي", "تكفيري")
"""How words begin for gunmen who have been named: "|the| gunmen"; soldiers and members are anybody's."""
ZEALOTS: Final = ("متشدد", "متطرف", "جهادي", "تكفيري")
"""Of these, who are said to fight for a faith."""
JIHADISTS: Final = ("متطرف", "جهادي", "تكفيري")
"""Of these, what no paper calls rebels of another cause, as it does "militants"."""
ARMY: Final = "جيش"
IN_THE_NAME_OF: Final = "باسم"
"""Before whom a spokesman speaks for."""
SAYS_IT: Final = frozenset(
    {"المتحدث", "الناطق", "البيان", "الي", "في", "بيان", "منشور", "له", "بيانه", "ايضا", "كذلك", ","}
)
"""Between a verb of saying and "that", where who spoke before speaks on: "|the spokesman| added |in a post| that"."""
ORGANISATION: Final = "تنظيم"
"""What an armed group is called by whatever name it was named."""
CALLED: Final = {"جماعه": frozenset({"HOUTHI"}), "حركه": frozenset({"HAMAS"})}
"""What armed groups are taken up by besides: "the group", "the movement", and of whom that the list of actors knows."""
PARTIES: Final = frozenset({"الوطني", "الديمقراطي", "الديموقراطي", "المجتمع", "التحالف"})
"""Words before the short name of an actor that make it another party's: "the Kurdistan |Democratic| Party"."""
AND: Final = "و"
THE: Final = "ال"
CAPITAL: Final = "العاصمه"
"""Folded "the capital", whose adjective of a people names no doer: "in the |Iraqi| capital Baghdad"."""
WAGES: Final = frozenset(
    {
        "شنت", "شن", "تشن", "يشن", "نفذت", "نفذ", "تنفذ", "ينفذ", "ارتكبت", "ارتكب", "ترتكب", "يرتكب", "واصلت", "واصل", "تواصل",
        "يواصل", "جددت", "جدد", "تجدد", "يجدد", "استانفت", "استانف", "كثفت", "كثف", "تكثف", "صعدت", "صعد", "تصعد", "عاودت", "عاود",
    }
)  # fmt: skip
"""Verbs of which a state's forces are the subject and an act the object: "|waged| raids", "|resumed| its shelling"."""
MADE: Final = frozenset({"الصنع", "المنشا", "التصنيع", "الجنسيه", "الاصل", "المولد"})
"""Behind a people's adjective: where a weapon was made, not whose it is, or somebody is from: "an |American-made| shell", "a man |Saudi by nationality|"."""
PASSPORT: Final = ("الجنسيه", "الجنسيات")
"""Before a people's adjective: where somebody is from: "a resident of |the Yemeni nationality|"."""
LAND_ENDING: Final = "يا"
"""How the names of many countries end: Nigeria, Kenya."""
FROM_ELEVEN: Final = ("عشر", "عشره", "ون", "ين")
"""Endings of the numbers behind which what is counted stands in the accusative."""
WAGED_BEFORE: Final = frozenset({"بعد", "قبل", "عقب", "اثر", "منذ", ".", "\n"})
"""Words behind a state that what it waged does not stand behind."""
PUNCT: Final = frozenset('"()#')
BEFORE_OWNERS: Final = FILLERS | LINKS | PUNCT
"""All that may stand between a force and whose it is."""


FACTIONS: Final = "فصايل"
IN_ARMS: Final = frozenset({"مسلحه", "المسلحه", "عسكريه", "العسكريه"})
"""Adjectives that say no more of factions than that they are armed."""
JOINT_FORCE: Final = ("القوه", "المشتركه")


@lru_cache(maxsize=20_000)  # most words come again and again
def head_noun(text: str) -> str:
    """Strip conjunction, preposition and article from a word."""
    text = text[1:] if text[:1] in ("و", "ف") and len(text) > 5 else text
    if text.startswith(("ال", "لل")):
        return text[2:]
    return text.removeprefix("بال")


def are_gunmen(head: str) -> bool:
    """Tell whether a head noun names gunmen, in the plural."""
    return head.startswith(GUNMEN) and head.endswith(_PLURAL)


_PLURAL: Final = ("ون", "ين")


def is_link(text: str) -> bool:
    """Tell whether a word is an adjective of forces with "of the" before it: "aircraft |of the military| …"."""
    return text.startswith("لل") and text[2:] in FILLERS


_IN_TOWN: Final = frozenset({"في", "مدينه", "بمدينه", "لمدينه", "وسط", "بوسط"})
_IN_TOWNS: Final = frozenset({"في", "مدن", "مدينتي", "بينها", "منها"})


_THEY_ARE: Final = frozenset({"هي", "وهي", "هما"})
_TOWNS: Final = frozenset(
    {"مدن", "ولايات", "محافظات", "مناطق", "ولايه", "محافظه", "مدينه", "مدينتين", "ولايتين", "محافظتين"}
)
"""Before that what is counted: "in five |towns: these are| Ankara, A and B"."""


_NEAR: Final = 5
_ROCKETS: Final = ("صاروخ", "صواريخ", "بصاروخ", "بصواريخ", "رشقه", "برشقه", "رشقات", "برشقات", "الصواريخ")
_TOWARDS: Final = frozenset({"تجاه", "باتجاه", "صوب", "نحو", "علي"})
_FIRED: Final = frozenset({"قصف", "قصفت", "قصفنا", "تقصف", "يقصف", "دك", "دكت", "دكينا", "استهدفت", "استهدف", "ضربت"})


def is_capital_meant(texts: list[str], at: int) -> bool:
    """Tell whether a capital is a place here and not its government: "a blast |in| Ankara", "the town of Ankara", "in |the Turkish capital| Ankara", "|in Izmir and| Ankara"."""
    if at < 2:
        return False
    joined = texts[at].startswith(AND) and texts[at - 2] in _IN_TOWNS
    joined = joined or texts[at - 1] in _THEY_ARE and texts[at - 2] in _TOWNS or _is_in_list(texts, at)
    if joined or texts[at - 1] in _IN_TOWN or texts[at - 2].endswith(CAPITAL):
        return True
    if texts[at - 1] not in _TOWARDS and _FIRED.isdisjoint(texts[max(0, at - _NEAR) : at]):
        return False
    # "fired rockets |towards| A", "|shelled| A with rockets"
    return any(word.startswith(_ROCKETS) for word in texts[max(0, at - _NEAR) : at + _NEAR])


_LIST: Final = 50
"""Words of the longest list of towns."""


def _is_in_list(texts: list[str], at: int) -> bool:
    """Tell whether a name stands in a list of towns, each with "and" or a comma before it: "in A, and B |and Ankara|"."""
    if not texts[at].startswith(AND):
        return False
    for k in range(at - 1, max(0, at - _LIST), -1):
        before = texts[k - 1]
        if texts[k] in _IN_TOWNS or texts[k] in _THEY_ARE:
            return at - k > 1
        joins = texts[k] == "," or texts[k].startswith(AND)
        if not (joins or before == "," or before.startswith(AND) or before in _IN_TOWNS or before in _THEY_ARE):
            return False
    return False
