"""Posts, prisons and machines whose owner did something, or was hit: a checkpoint that arrests, a base that fires, vehicles at work."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.put_aside import SOURCE
from waqai.code.clause.scene import Role, Scene
from waqai.code.taxonomy import Taxonomy
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.values.place import PlacePrecision

SOURCES: Final = frozenset({"agent", "origin"})
"""Particles before where fire came from, or whose it was."""
_GUARDS: Final = frozenset({"victim.watchmen", "victim.escort"})


def is_manned(scene: Scene, k: int) -> bool:
    """Tell whether a checkpoint or its men are who arrested or shot: "a checkpoint of [l-] X arrested two men", "|men of| a checkpoint of X opened fire"."""
    row = scene.row
    if not row[k - 1].has("object.checkpoint") or row[k - 1].gap > bool(row[k - 1].prep):
        return False
    at = k - 2
    men = at >= scene.lo and row[at].has(_MEN) and not row[at].prep and row[k - 1].prep in _OF_POST
    if row[k - 1].prep and not men:
        return False
    its = men and not row[at].has(_GUNMEN)  # "gunmen fell upon a checkpoint" are none of its men
    at -= men
    if at < scene.lo:
        return its and _sets_upon(scene, k + 1)
    if any(row[at].has(arrest) for arrest in ("trigger.arrest", "trigger.stop")) or _opens_fire(scene, at):
        return True
    return its and (_sets_upon(scene, at) or _sets_upon(scene, k + 1))


def _sets_upon(scene: Scene, at: int) -> bool:
    """Tell whether the verb of an assault stands here, in the active voice: "men of a checkpoint of X |set upon| a doctor"."""
    verb = scene.row[at].reading(Kind.TRIGGER) if scene.lo <= at < scene.hi else None
    return verb is not None and verb.entry.id == _ASSAULT and verb.form.is_active_verb


_ASSAULT: Final = "trigger.assault"
_GUNMEN: Final = "victim.gunman"
_MEN: Final = "force.members"
_OF_POST: Final = frozenset({"", "من", "علي"})


def is_seized_at(scene: Scene, k: int) -> bool:
    """Tell whether somebody was seized at a checkpoint by nobody else: "two men were arrested |at a checkpoint of| X"."""
    row = scene.row
    if scene.trigger is None or scene.trigger > k or row[scene.trigger].entry(Kind.TRIGGER).id not in _SEIZED:
        return False
    if not row[k - 1].has("object.checkpoint") or row[k - 1].prep not in _AT_POST or row[k - 1].joined:
        return False
    return all(row[j].sort is not Sort.ACTOR for j in range(scene.lo, k))


_SEIZED: Final = frozenset({"trigger.arrest", "trigger.kidnapping", "trigger.stop"})
_AT_POST: Final = frozenset({"علي", "عند", "في"})
_MACHINES: Final = frozenset({"object.machine", "object.vehicle"})


def is_machine_at_work(scene: Scene, k: int) -> bool:
    """Tell whether vehicles are the subject of a verb of destroying what is no position, of raiding or opening fire: "vehicles of X |bulldozed| fields"."""
    if scene.row[k - 1].has(_MACHINE) and not scene.row[k - 1].prep and _opens_fire(scene, k - 2):
        return True
    if scene.family == "raid" and scene.row[k - 1].entry(Kind.OBJECT).id in _MACHINES and not scene.row[k - 1].prep:
        return _acts(scene, k + 1) or _acts(scene, k - 2)
    if k - 2 < scene.lo or scene.family != "property" or scene.row[k - 1].prep or scene.row[k - 1].gap:
        return False
    verb = scene.row[k - 2].reading(Kind.TRIGGER)
    return verb is not None and verb.form.is_active_verb and not verb.form.suffix


def _opens_fire(scene: Scene, at: int) -> bool:
    return _acts(scene, at) and scene.row[at].entry(Kind.TRIGGER).id in OPENS_FIRE


_MACHINE: Final = "object.machine"
OPENS_FIRE: Final = frozenset({"trigger.open_fire", "trigger.launch"})


def _acts(scene: Scene, at: int) -> bool:
    """Tell whether the verb of the act stands here, in the active voice."""
    verb = scene.row[at].reading(Kind.TRIGGER) if scene.lo <= at < scene.hi else None
    return at == scene.trigger and verb is not None and verb.form.is_active_verb


def comes_from(scene: Scene, k: int) -> bool:
    """Tell whether a base is where the fire came from: "shelling |whose source is| the bases of X", "shelling |from| the bases of X"."""
    if k == scene.lo:
        return False
    hit = scene.row[k - 1]
    if k - 2 >= scene.lo and not hit.prep and hit.reading(Kind.WEAPON) is not None and scene.row[k - 2].prep == "ب":
        hit = scene.row[k - 2]  # "with shells |(Krasnopol)| from"
    shelled = hit.entry(Kind.TRIGGER).method in _FIRE
    reach = 1 + shelled  # "shelling |alike from| the bases of X"
    if hit.prep == "ب" and hit.reading(Kind.WEAPON) is not None:
        reach = _MODEL  # "with shells |of such a make from| the bases of X"
    if scene.row[k].prep == "من" and (scene.family == "fire" or shelled) and scene.row[k].gap <= reach:
        return shelled or hit.sort is Sort.PLACE or not _FIRED.isdisjoint(hit.senses)
    return scene.row[k].gap == 0 and scene.row[k - 1].particle in SOURCES


_SHOTS: Final = "trigger.fire"
_MODEL: Final = 3
"""Unread words from shells up to the post they came from: their make and what else is said of them, and "from"."""
_FIRE: Final = frozenset({"shelling", "rocket", "mortar", "missile"})
_FIRED: Final = frozenset({Kind.TRIGGER, Kind.WEAPON, Kind.OBJECT})
"""What stands right before "from": the fire, or what it fell on."""


def is_of_owner(scene: Scene, k: int) -> bool:
    """Tell whether a car or a house that was hit is a member's: "a bomb under |the car of an activist in| X"."""
    row = scene.row
    if k - 2 < scene.lo or row[k].prep not in _MEMBER_OF or row[k].gap > 2 or row[k].joined:
        return False
    member = row[k - 1].reading(Kind.VICTIM)
    if member is None or row[k - 1].prep not in ("", "ل") or row[k - 1].gap > _WHOSE:
        return False
    return row[k - 2].entry(Kind.OBJECT).id in _OWNED


_MEMBER_OF: Final = frozenset({"في", "من", ""})
_WHOSE: Final = 2
"""Unread words between a thing and its owner: "a car |whose ownership goes back| to [l-] a member of"."""
_OWNED: Final = frozenset({"object.vehicle", "object.house"})


def are_its_men(scene: Scene, k: int) -> bool:
    """Tell whether men of a post are the subject of an active verb: "|guards of| the headquarters of X fired"."""
    row = scene.row
    if k - 3 < scene.lo or row[k - 1].gap or row[k - 1].prep or row[k - 2].gap or row[k - 2].prep:
        return False
    men = row[k - 2].entry(Kind.VICTIM).id in _GUARDS
    verb = row[k - 3].reading(Kind.TRIGGER)
    return men and verb is not None and verb.form.pos is not Pos.NOUN and verb.form.voice != "passive"


def fires(scene: Scene, at: int) -> bool:
    """Tell whether a post, or its men, is what somebody was shot by: "killed |by the fire of (men of)| a checkpoint of [l-] X"."""
    row = scene.row
    if at > scene.lo and row[at].prep == "من" and row[at - 1].has(_SHOTS):
        return row[at].gap <= _MODEL  # "by shots at random |from| a checkpoint of X"
    if at <= scene.lo or row[at].gap or row[at].prep:
        return False
    by = at - 1
    if by > scene.lo and row[by].has(_MEN) and not (row[by].gap or row[by].prep or row[by].joined):
        by -= 1
    return row[by].particle == "agent"


def is_firing_post(scene: Scene, k: int) -> bool:
    """Tell whether a post, or its men, opens the clause as the subject of its verb: "|a checkpoint of X| opened fire on a man", "a base of X shells A"; not "a checkpoint of X was hit by a bomb"."""
    row = scene.row
    if scene.trigger != k + 1 or row[k + 1].gap or k + 2 >= scene.hi or row[k - 1].prep:
        return False
    men = k - 2 >= scene.lo and row[k - 2].has(_MEN) and not (row[k - 2].prep or row[k - 1].gap)
    opens = k - 1 - men
    if row[k - 1].entry(Kind.OBJECT).id not in _POSTS or any(c.sort is not Sort.STOP for c in row[scene.lo : opens]):
        return False
    verb = row[k + 1].reading(Kind.TRIGGER)
    if verb is None or verb.form.suffix or not (verb.form.is_active_verb or verb.entry.id == _OPEN_FIRE):
        return False
    hit = next((c for c in row[k + 2 : scene.hi] if not _is_between(c)), row[k + 2])
    aimed = hit.sort is Sort.PLACE or bool(_HIT & hit.senses.keys())
    return aimed and hit.prep in _UPON and not (hit.joined or hit.gap > 1)


def _is_between(chunk: Chunk) -> bool:
    """Tell whether a chunk says when, or what was fired, between who fires and at whom: "opened |fire yesterday| at a car"."""
    return chunk.sort is Sort.DATE or chunk.particle == "fire_word" or Kind.WEAPON in chunk.senses


_POSTS: Final = frozenset({"object.checkpoint", "object.position"})
_OPEN_FIRE: Final = "trigger.fire"
_UPON: Final = frozenset({"", "علي"})
_HIT: Final = frozenset({Kind.OBJECT, Kind.VICTIM, Kind.FORCE})
"""What somebody fires at, beside a place."""


def loyal_to(scene: Scene, k: int) -> tuple[Role, str]:
    """Read whom somebody is loyal to: his master did it, or was hit in him, or only stands by."""
    row = scene.row
    if any(row[j].particle == "agent" for j in range(max(scene.lo, k - _UNIT), k - 1)):
        return Role.AGENT, "roles.agent"  # "shelling |by| the 22nd Brigade |loyal to| X"
    if scene.family in HELD and not scene.is_clash and military_before(scene, k):
        return Role.TARGET, "roles.owner_of_object"  # "positions |loyal to| X"
    if scene.family == "raid" and k - 2 >= scene.lo and row[k - 2].reading(Kind.FORCE):
        return Role.TARGET, "roles.member_of"  # "broke up a cell |loyal to| X" (ruling 30)
    if k - 2 >= scene.lo and _are_gunmen(row[k - 2]) and scene.trigger in (k - 3, k + 1) and not _has_a_state(row[k]):
        return Role.AGENT, "roles.act_of"  # "|gunmen loyal to| X attacked …"
    return Role.NONE, "roles.loyal"


def _are_gunmen(chunk: Chunk) -> bool:
    """Tell whether a chunk is gunmen or fighters in the nominative."""
    return chunk.has("force.members") and not (chunk.prep or chunk.gap) and chunk.text.endswith("ون")


def _has_a_state(chunk: Chunk) -> bool:
    """Tell whether an actor is a state, whose loyalists go by another name."""
    return any(map(Taxonomy.load().is_of_a_state, chunk.ids))


def is_of_hit_post(scene: Scene, governor: int, k: int) -> bool:
    """Tell whether "of" brings the owner of a post that was attacked, with words for it between: "an attack |on the headquarters of the high command of| X"."""
    row = scene.row
    if row[governor].gap and row[governor].prep:
        return False
    for j in range(k - 1, governor, -1):
        if row[j].sort in (Sort.STOP, Sort.PLACE, Sort.ACTOR) or row[j].tells:
            return False
        if row[j].entry(Kind.OBJECT).cls == "military":
            return row[j].prep == "علي"
    return False


_UNIT: Final = 5
"""Chunks from "by" to whom a unit, told by its name and number, is loyal."""
HELD: Final = frozenset({"fire", "air", "clash", "capture", "open"})
"""Families of acts that are aimed at whoever uses the place."""


def military_before(scene: Scene, k: int) -> bool:
    """Tell whether what is held is a position behind the act: "raids on camps |held by| …"."""
    if scene.trigger is None:
        return False
    for j in range(k - 2, scene.trigger, -1):
        if scene.row[j].sort is Sort.PLACE:
            if scene.row[j].prep in IN and not scene.row[j].joined:
                continue  # "shelled positions |in A|, which is held by X"
            return False
        thing = scene.row[j].reading(Kind.OBJECT)
        if thing is not None:
            return thing.entry.cls == "military"
    return False


def shares_post(scene: Scene, k: int) -> tuple[Role, str]:
    """Read an actor behind "joint": who acts with others, or shares the post that was hit: "a post |shared by| X and Y"."""
    if is_shared(scene, k) and scene.row[k - 2].sort is Sort.ACTOR:
        return Role.TARGET, "roles.owner_of_object"
    post = scene.row[k - 2].reading(Kind.OBJECT) if k - 2 >= scene.lo else None
    if post is None or post.entry.cls != "military" or comes_from(scene, k - 2):
        return Role.AGENT, "roles.agent"
    return Role.TARGET, "roles.owner_of_object"


def is_shared(scene: Scene, k: int) -> bool:
    """Tell whether "shared with" stands between a post and who has it besides: "a post of X |shared with| Y"."""
    return scene.row[k - 1].has(_SHARED) and any(
        scene.row[j].entry(Kind.OBJECT).cls == "military" for j in range(max(scene.lo, k - _SHARING), k - 1)
    )


_SHARED: Final = "particle.partner.shared"
_SHARING: Final = 4
"""Chunks from a post up to who shares it, with its first owner between."""


def is_attacked_post(before: Chunk) -> bool:
    """Tell whether something is done to a post that Egypt calls an ambush, or to a site with a name: "an attack on an ambush of", "on the airport of A of [l-]"."""
    site = getattr(before.mention, "precision", None) is PlacePrecision.SITE
    return before.prep == "علي" and (site or before.has("trigger.ambush"))


def is_held_source(scene: Scene, k: int, cls: str) -> bool:
    """Tell whether an actor holds where fire came from: "from the areas |held by X|", "its source is the town of A, |which X holds|"; ``cls``: of the particle before it."""
    if cls not in _HELD_BY:
        return False
    at = k - 2 - (scene.row[k - 2].sort is Sort.PLACE)
    if at < scene.lo or scene.row[at].particle not in SOURCES or (cls == _HANDS and at == k - 2):
        return False
    return at == k - 2 or scene.row[at].particle == _ORIGIN or scene.row[at].text.startswith(SOURCE)


_HANDS: Final = "hands"
_HELD_BY: Final = frozenset({"control", _HANDS})
_ORIGIN: Final = "origin"
