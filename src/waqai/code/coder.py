"""The coder: one article in, its reports out, each value with the words it came from.

    article → tag → sentences → clauses → drafts → story (acts) → judgement → reports

Pure and deterministic: the same article, lexicon and gazetteer give the same reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

import msgspec

from waqai.code.act.accident import spread_accident, spread_crime
from waqai.code.act.carry import carry_on
from waqai.code.act.charged import leave_out_charges
from waqai.code.act.disarmed_by import name_disarmers
from waqai.code.act.draft import Draft, read_clause
from waqai.code.act.harm_place import count_on
from waqai.code.act.heading import hand_down
from waqai.code.act.look_ahead import look_ahead
from waqai.code.act.others_too import name_other_forces, name_others
from waqai.code.act.ourselves import own_what_is_ours, speak_for_ourselves
from waqai.code.act.region import mark_lands, regions_of
from waqai.code.act.seized_before import leave_out_seizures
from waqai.code.act.site_again import take_up_sites
from waqai.code.act.spread import spread_over
from waqai.code.act.standing import Standing
from waqai.code.act.times import told_how_often
from waqai.code.act.told import Act
from waqai.code.act.totals import mark_breakdowns
from waqai.code.act.town_again import take_up_towns
from waqai.code.act.two_each import give_deed, part_two
from waqai.code.act.used_to import used_to
from waqai.code.act.who_he_was import drop_days_of_him
from waqai.code.act.years import is_of_calendar, names_a_year, reviews_a_year, years_of
from waqai.code.briefs import pieces_of, together
from waqai.code.camps import at_home, but_hosts
from waqai.code.clause.cut import cut_clauses
from waqai.code.clause.fronted import find_fronts
from waqai.code.clause.speakers import speakers_of
from waqai.code.clause.spoken import ASKING, is_asked
from waqai.code.cues import Weights
from waqai.code.family import FAMILY, FOUGHT
from waqai.code.setting.dateline import put_where_written
from waqai.code.setting.days import Days
from waqai.code.setting.links import links_of
from waqai.code.setting.near_told import beside_told
from waqai.code.setting.this_place import find_this
from waqai.code.setting.until import lasting, prolong
from waqai.code.setting.when import Calendar
from waqai.code.setting.where import Atlas
from waqai.code.story.aloft import shell_from_the_air
from waqai.code.story.assemble import Story
from waqai.code.story.cells import name_cells
from waqai.code.story.claimed import name_claimants
from waqai.code.story.cordon import drop_cordons
from waqai.code.story.fights import Fights
from waqai.code.story.fired_back import drop_fire_back
from waqai.code.story.heritage import inherit_doers
from waqai.code.story.mourned import name_mourned
from waqai.code.story.round_up import name_listed
from waqai.code.story.same_act import WEIGHTS
from waqai.code.story.second_look import second_look
from waqai.code.story.sums import drop_summed, leave_out_sums
from waqai.code.story.told_ahead import leave_out_told_ahead
from waqai.code.taxonomy import Taxonomy
from waqai.code.verdict import judge, kind, streets
from waqai.code.verdict.authority import but_own_police
from waqai.code.verdict.cited import cited_by, sources_of
from waqai.code.verdict.confidence import confidence
from waqai.code.verdict.judged import Verdict
from waqai.code.verdict.losses import first_attacked
from waqai.code.verdict.own_men import SHOTS, force_met, of_force, own_men, whose_men_fell
from waqai.code.verdict.passing import but_in_passing
from waqai.code.verdict.persons import persons_of
from waqai.code.verdict.reasons import reasons_of
from waqai.code.verdict.reportable import is_reportable
from waqai.code.verdict.rulers import as_ruled
from waqai.code.verdict.seats import is_seat
from waqai.code.verdict.toll import as_abducted, of_the_hit, toll
from waqai.gazetteer.store import Gazetteer, open_gazetteer
from waqai.lexicon.index import Lexicon
from waqai.lexicon.load import load_lexicon
from waqai.lexicon.own import own_files
from waqai.model import Article, CodedArticle, Report
from waqai.tag.harm.victim_side import ARMY
from waqai.tag.tagged import Tagged, tag
from waqai.values.actor import CIVILIANS, UNKNOWN

_BY_FORCE: Final = frozenset({"Abduction/forced disappearance", "Attack"})


class Coder(msgspec.Struct, frozen=True):
    """A coder with its lexicon and gazetteer; share one among articles, never among threads that add to them."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    taxonomy: Taxonomy

    @classmethod
    def load(cls, words: tuple[Path, ...] | None = None) -> Self:
        """Load the coder with the lexicon and gazetteer that ship with the package, and what the team added.

        ``words`` are lexicon files to read instead of the team's own. Raises: LexiconError.
        """
        return cls(load_lexicon(own_files() if words is None else words), open_gazetteer(), Taxonomy.load())

    def code(self, article: Article) -> CodedArticle:
        """Code one article; an article without incidents gives no reports."""
        return self.code_tagged(tag(article, self.lexicon, self.gazetteer))

    def code_tagged(self, tagged: Tagged) -> CodedArticle:
        """Code an article that was tagged for more than this; a page of briefs piece by piece."""
        pieces = pieces_of(tagged)
        return together(tagged.article, pieces, self.code) if pieces else self.assemble(tagged, read_drafts(tagged))

    def assemble(self, tagged: Tagged, drafts: Sequence[Draft], *, same_act: Weights | None = None) -> CodedArticle:
        """Join the drafts of a tagged article into acts and judge them; ``same_act`` replaces the weights that ship."""
        atlas = Atlas.of(tagged)
        calendar = Calendar.of(tagged)
        story = Story(
            where=atlas.where,
            days=Days(calendar, links_of(tagged), items=atlas.is_round_up, scenes=atlas.scenes),
            news=calendar.news,
            items=atlas.is_round_up,
            headers=len([draft for draft in drafts if draft.header >= 0]),
            these=find_this(tagged),
            weights=same_act or Weights.load(WEIGHTS),
        )
        lasts = lasting(tagged)
        for draft in drafts:
            story.add(draft)
            if lasts:  # most texts tell of nothing that went on
                prolong(story.current, draft, story.days, lasts)
        story.finish()
        put_where_written(story.acts, tagged.row, story.headers, atlas.where)
        name_claimants(story.acts, drafts, tagged.row)
        name_cells(story.acts, drafts, tagged.row)
        inherit_doers(story.acts, drafts)
        name_listed(story.acts, drafts, tagged.row)
        name_mourned(story.acts, drafts, tagged.row)
        shell_from_the_air(story.acts)
        drop_summed(story.acts)
        streets.drop_answers(story.acts)
        drop_cordons(story.acts, tagged.row)
        drop_fire_back(story.acts)
        leave_out_told_ahead(story.acts)
        leave_out_sums(story.acts)
        fights = Fights.of(story.acts, tagged.row)
        kept = self._judged(story.acts, fights, tagged, calendar)
        if not kept:
            kept = self._judged(second_look(story, drafts, tagged, atlas), fights, tagged, calendar)
        kept = but_in_passing(kept, drafts, tagged)
        reports = [
            msgspec.structs.replace(report, confidence=confidence(act, report, len(kept)))
            for act, report in beside_told(kept, tagged, atlas.where)
        ]
        return CodedArticle(article=tagged.article, reports=tuple(reports), persons=persons_of(tagged))

    def _judged(
        self, acts: Sequence[Act], fights: Fights, tagged: Tagged, calendar: Calendar
    ) -> list[tuple[Act, Report]]:
        """Give the acts that are incidents, each with its report."""
        return [(v.act, self._report(v, tagged)) for a in acts if (v := self._judge(a, fights, tagged, calendar))]

    def _judge(self, act: Act, fights: Fights, tagged: Tagged, calendar: Calendar) -> Verdict | None:
        """Judge one act; ``None`` when it is no incident to report."""
        if (where := act.where) is None:
            return None
        method = kind.final_method(act)
        when = calendar.settle(act)
        if calendar.is_too_old(when.value):
            return None
        harm = toll(act)
        clash = FAMILY[method].name in FOUGHT
        by, by_parts = judge.initiators(act, clash=clash)
        by = fights.with_helped(act, by, by_parts, FAMILY[method].name)
        seat = is_seat(act, tagged.row)
        served = next((m.state for m in [m for _, m in harm] or act.lead.harm if m.state), ARMY if seat else "")
        enemies = of_force(foes := fights.foes_of(act, by), served, where.value, when.value.start, [] if seat else by)
        if not enemies and (served := served or own_men(act, by, tagged.row, tagged.words)):
            force = force_met(served, where.value, when.value.start, fights.named)
            enemies = but_hosts(by, [army for army in force if army not in by], foes)
        to, to_parts, to_rule = judge.targets(act, method, harm, by, enemies, clash=clash)
        by = whose_men_fell(by, to, served if clash else "", where.value, when.value.start)
        by = but_own_police(by, to, harm, where.value.country)
        if (seat or (served and method == SHOTS and not harm)) and to == [CIVILIANS] and enemies:
            to, to_rule = enemies, "judge.seat"
        by, to = first_attacked(by, to, clash=clash)
        named, place, day = (*by_parts, *to_parts), where.value, when.value.start
        by, to = (as_ruled(at_home(i, place.admin1, day), named, tagged.row, place, day) for i in (by, to))
        harm = of_the_hit(harm, to, method)
        sub_event = kind.sub_event(act, method, harm, by, to, self.taxonomy)
        by, to = streets.crowds(act, method, sub_event, by, to)
        taken = sub_event in _BY_FORCE and (by != [UNKNOWN] or sub_event != "Attack")
        if taken and not any(self.taxonomy.polices(i) for i in by):
            harm = of_the_hit(as_abducted(harm), to, method)
        if not is_reportable(act, tagged.row, method, by, to, harm):
            return None
        outcome, outcome_at = kind.outcome(act, tagged.row)
        cited = cited_by(act, tagged)
        sources, sources_at = sources_of(cited, tagged)
        status, status_rule, status_at = judge.status(act, cited, party=bool(tagged.speaker))
        return Verdict(
            act=act,
            where=where,
            when=when,
            method=method,
            sub_event=sub_event,
            by=by,
            by_parts=by_parts,
            to=to,
            to_parts=to_parts,
            to_rule=to_rule,
            harm=harm,
            outcome=outcome,
            outcome_at=outcome_at,
            counted=told_how_often(act, tagged.row),
            cited=cited,
            sources=sources,
            sources_at=sources_at,
            status=status,
            status_rule=status_rule,
            status_at=status_at,
        )

    def _report(self, verdict: Verdict, tagged: Tagged) -> Report:
        why = reasons_of(verdict, tagged)
        return Report(
            event_type=self.taxonomy.event_type_of(verdict.sub_event),
            sub_event_type=verdict.sub_event,
            method=verdict.method,
            outcome=verdict.outcome,
            count=(verdict.counted.count or 1) if verdict.counted is not None else 1,
            date=verdict.when.value,
            place=verdict.where.value,
            initiators=tuple(verdict.by),
            targets=tuple(verdict.to),
            harm=tuple(row for row, _ in verdict.harm),
            sources=verdict.sources,
            status=verdict.status,
            evidence=why.evidence,
            rule=why.rule,
        )


def read_drafts(tagged: Tagged) -> list[Draft]:
    """Read all clauses of the story in order."""
    drafts = []
    row = tagged.row
    speakers = speakers_of(tagged)
    fronts = find_fronts(tagged.words)
    years = years_of(tagged.words)
    review = reviews_a_year(tagged, years)
    regions = regions_of(tagged)
    lands = regions.parts or regions.borders or regions.pairs
    asks = not ASKING.isdisjoint(tagged.words.vocabulary)
    for n, sentence in enumerate(tagged.sentences):
        standing = Standing.of(row, sentence.lo, sentence.hi)
        clauses, two = part_two(row, cut_clauses(row, sentence, n, fronts), standing.days, standing.acts)
        told = give_deed(row, [read_clause(row, clause, standing, speakers) for clause in clauses], two)
        on_this_day = is_of_calendar(tagged.words.texts, sentence.first)
        asked = asks and is_asked(tagged.words.texts, sentence.first, sentence.last)
        for draft in told:
            if asked and draft.method is not None:
                draft.marks["whether"] = draft.clause.lo
            drop_days_of_him(tagged, draft)
            if on_this_day or names_a_year(tagged, draft, years) or (review and not draft.names_a_day):
                draft.marks["year"] = draft.clause.lo
            if "does" in draft.marks and used_to(tagged, draft):
                draft.marks["used_to"] = draft.clause.lo
            if lands:
                mark_lands(tagged, draft, regions)
        drafts += told
    speak_for_ourselves(tagged, drafts)
    own_what_is_ours(tagged.row, drafts)
    spread_accident(drafts)
    spread_crime(drafts)
    hand_down(tagged.row, drafts)
    carry_on(tagged.row, drafts)
    spread_over(tagged.row, drafts)
    count_on(tagged.row, drafts)
    take_up_sites(tagged, drafts)
    name_other_forces(tagged.row, drafts)
    take_up_towns(tagged, drafts)
    look_ahead(tagged.row, drafts)
    mark_breakdowns(tagged.row, drafts)
    leave_out_charges(tagged.row, drafts)
    leave_out_seizures(tagged.row, drafts)
    name_others(tagged.row, drafts)
    name_disarmers(tagged.row, drafts)
    return drafts
