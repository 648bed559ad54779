"""Small pages for tests: a story of our own in whatever markup a test wants around it."""

from __future__ import annotations

TITLE = "مقتل مدنيين بقصف مدفعي على بلدة البارة"
FIRST = (
    "قُتل مدنيان وأصيب ثلاثة آخرون، صباح اليوم الثلاثاء، بقصف مدفعي استهدف الأحياء السكنية في بلدة البارة جنوبي إدلب."
)
SECOND = "وقال متطوع في فرق الإنقاذ إن القصف استمر نحو ساعة، وإن الجرحى نقلوا إلى مشفى أريحا، بينهم طفل حالته حرجة."
THIRD = "وكانت البلدة قد تعرضت لقصف مماثل يوم الأحد الماضي دون وقوع إصابات."
OTHER = "إصابة امرأة بانفجار لغم في ريف حماة"


def page(body: str, head: str = f"<title>{TITLE} | شبكة سهل الروج</title>") -> str:
    """Write a page."""
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )


def story(inside: str = "", between: str = "", after: str = "") -> str:
    """Write the story's own markup with something in it."""
    return f'<article><h1>{TITLE}</h1>{inside}<div class="entry-content"><p>{FIRST}</p>{between}<p>{SECOND}</p><p>{THIRD}</p>{after}</div></article>'
