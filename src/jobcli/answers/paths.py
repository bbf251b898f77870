"""How one gets to a role, and what it costs in the end: the answer of `paths`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Struct, structs

from jobcli.answers.amounts import Stretch, Sum
from jobcli.answers.answer import Answer, Columns
from jobcli.answers.asker import Asker
from jobcli.answers.funding import AfbgTold, BonusTold, CostInTheEnd, SchemeVerdict, afbg_told, bonus_told, verdict_told
from jobcli.answers.rows import price
from jobcli.answers.wire import FromMe
from jobcli.answers.worth import PresentRole, Worth, present_told, worth_told
from jobcli.domain.evidence import Source, Words
from jobcli.domain.figures import Drawer
from jobcli.domain.meaning import means
from jobcli.domain.own import CourseOffer
from jobcli.domain.refusal import Refusal
from jobcli.domain.role import Admission, ExamPart, PathKind, Purpose, Span, TrainingYear
from jobcli.training.admission import AdmissionLacking, AdmissionMissing, Admitted, admitted
from jobcli.training.gate import Access, Gate, gate
from jobcli.training.offers import OfferKey, end_of_offer, holes
from jobcli.training.payback import Gains, forgone, gains
from jobcli.training.weighing import PathOrder, WeighedPath, in_order_of, weigh

if TYPE_CHECKING:
    from jobcli.answers.gain import GainBasis, PayGaps
    from jobcli.domain.profile import Profile
    from jobcli.domain.role import TrainingPath
    from jobcli.files.catalog import Catalog


class MetWay(Struct, frozen=True, kw_only=True):
    """The way of admission that is met."""

    way: Annotated[int, means("Which, counted from 0 in the order of `admission`.")]
    training: Annotated[str | None, means("The training that counts.")]
    years: Annotated[float, means("The years of practice that it asks for.")]


class UnmetWay(Struct, frozen=True, kw_only=True):
    """A way of admission that is not open."""

    way: Annotated[int, means("Which, counted from 0 in the order of `admission`.")]
    lacking: Annotated[tuple[AdmissionLacking, ...], means("What is lacking.")]
    years: Annotated[float, means("The years of practice that it asks for.")]


class AdmissionReason(Struct, frozen=True, kw_only=True):
    """Why a path admits the person, or not."""

    completed: Annotated[bool, means("Whether the path is among the qualifications.")]
    by: Annotated[MetWay | None, means("The first way that is met.")]
    missing: Annotated[tuple[AdmissionMissing, ...], means("If it is not known, what would settle it.")]
    against: Annotated[tuple[UnmetWay, ...], means("The ways that are not open.")]


class ComesFirst(Struct, frozen=True, kw_only=True):
    """What comes before a path, so that the person may begin it, and what both take together."""

    paths: Annotated[tuple[str, ...], means("Training that comes first, by id, in turn.")]
    years: Annotated[float, means("Years in the job that are still lacking.")]
    months: Annotated[Stretch | None, means("How long all takes together, the path included.")]
    cost: Annotated[Sum | None, means("The prices of all, the path included.")]
    own_cost: Annotated[Sum | None, means("What all of it costs the person in the end.")]


class PathTold(Struct, frozen=True, kw_only=True):
    """A training path for a person."""

    id: Annotated[str | None, means("Its id.")]
    title: Annotated[Words, means("Its name in both languages.")]
    kind: Annotated[PathKind, means("What it is.")]
    awards: Annotated[Words, means("What one has in hand at the end.")]
    awarding_body: Annotated[Words | None, means("Who awards it.")]
    law: Annotated[str | None, means("The law or regulation behind it.")]
    purpose: Annotated[Purpose, means("Whether it leads to the role, or only helps in it.")]
    dqr: Annotated[int | None, means("Its level in the German qualifications framework, 1 to 8; 0: it has none.")]
    zfu: Annotated[str | None, means("The number under which the ZFU approved the distance course.")]
    admission: Annotated[tuple[Admission, ...], means("The ways to be admitted; any one is enough.")]
    external_exam_years: Annotated[
        float | None, means("After so many years in the job one may sit its examination without the training.")
    ]
    external_exam_met: Annotated[bool | None, means("Whether the person has them; null if that is not known.")]
    months: Annotated[Span | None, means("How long it takes.")]
    lessons: Annotated[Span | None, means("How many lessons of 45 minutes it has, without own study.")]
    hours_per_week: Annotated[Span | None, means("How many hours a week.")]
    hours_total: Annotated[Span | None, means("How many hours in all.")]
    admission_met: Annotated[bool | None, means("Whether the person meets the admission; null if that is not known.")]
    admission_reason: Annotated[AdmissionReason | None, means("Why.")]
    access: Annotated[
        Access,
        means("Whether the person may begin it: now, after other training or more practice, not, or need not."),
    ]
    comes_first: Annotated[ComesFirst | None, means("What comes before it; null where nothing does.")]
    ects: Annotated[Span | None, means("The credit points of a degree.")]
    pass_rate: Annotated[Span | None, means("How many of 100 pass the examination.")]
    training_pay: Annotated[tuple[TrainingYear, ...], means("What one is paid, by training year.")]
    course: Annotated[Span | None, means("The price of the course.")]
    exam: Annotated[Span | None, means("The price of the examination.")]
    course_usd: Annotated[Span | None, means("The price of the course in US dollars.")]
    exam_usd: Annotated[Span | None, means("The price of the examination in US dollars.")]
    exam_parts: Annotated[tuple[ExamPart, ...], means("The parts of the examination.")]
    cost: Annotated[Sum | None, means("Both prices together; null if neither is known.")]
    typical: Annotated[
        tuple[Literal["months", "course", "exam"], ...],
        means("What is only typical for such courses, and so is every sum with it."),
    ]
    offer: Annotated[CourseOffer | None, means("What the person was offered, which counts in its place.")]
    ends: Annotated[str | None, means("The month in which the offered course ends.")]
    holes: Annotated[tuple[OfferKey, ...], means("What an offer would tell: `jobcli me offer PATH` fills it.")]
    funding: Annotated[tuple[SchemeVerdict, ...], means("A verdict on each scheme.")]
    bonus: Annotated[
        BonusTold | None, means("What the Land pays once on passing; no sum has it, and nobody is entitled.")
    ]
    afbg: Annotated[AfbgTold | None, means("Aufstiegs-BAföG; null where it does not apply or no price is known.")]
    own_cost: Annotated[CostInTheEnd | None, means("What it costs the person in the end.")]
    forgone: Annotated[
        Sum | None,
        means("With a present role, what an apprentice earns less over the whole training; in the cost of `worth`."),
    ]
    worth: Annotated[Worth | None, means("With a present role and a known price, when it has paid for itself.")]
    doubt: Annotated[Words | None, means("What speaks against what is said of it.")]
    source: Annotated[Source, means("Its source, written out.")]
    sources: Annotated[dict[str, Source], means("The sources of the path by id.")]


class RolePaths(Struct, frozen=True, kw_only=True, rename={"present": "from"}):
    """The result of `paths`, without the settings."""

    role: Annotated[str, means("The id of the role.")]
    present: Annotated[PresentRole | None, means("The present role; null if none was told.")]
    sort: Annotated[PathOrder, means("What orders the paths that are equally open.")]
    paths: Annotated[
        tuple[PathTold, ...],
        means(
            "The training paths: what leads to the role before what only helps in it, then by `access`, the best first."
        ),
    ]


class Paths(Answer, RolePaths, frozen=True, kw_only=True):
    """The result of `paths`."""

    commands = ("paths",)
    table = Columns(
        "paths",
        (
            *("id", "kind", "dqr", "months.min", "months.max", "cost.low", "cost.high"),
            *("own_low=own_cost.low", "own_high=own_cost.high", "complete=cost.complete|false"),
            *("purpose", "access", "first=comes_first.paths"),
        ),
    )
    from_me: FromMe


class FoundPaths(Struct, frozen=True, kw_only=True):
    """The training paths of a role, as the page of `paths` needs them."""

    answer: Paths
    who: Asker
    """Who asks: with what net pay asks of them where a gain is counted net."""
    basis: GainBasis | None
    """What a gain in pay is counted with; None without a present role."""


def paths_from(
    catalog: Catalog,
    funding: Drawer,
    who: Asker,
    taxed: Asker | None,
    day: str,
    profile: Profile,
    before: Profile | None,
    order: PathOrder,
    course_hours: int | None,
) -> FoundPaths:
    """The answer of `paths` for a person who has the role `before`, where they have one; see `role_paths`.

    `taxed` is the person with what net pay asks; None where they told too little for it. Refusal where one of both roles
    has no estimate.
    """
    present = found_gaps = None
    if before is not None:
        from jobcli.answers.gain import gaps, own_pay
        from jobcli.answers.pay import paid_there

        estimates = paid_there([profile, before], who, day)
        if estimates.problems:
            raise Refusal(*estimates.problems)
        new, old = estimates.items
        own = own_pay(who, before.id)
        found_gaps = gaps(estimates.items, taxed, day, own)
        present = present_told(new, old, found_gaps, own, who.employer)
        who = taxed if taxed is not None and found_gaps.basis.net else who
    found = role_paths(
        catalog,
        funding,
        who,
        day,
        profile,
        order,
        course_hours=course_hours,
        before=before,
        present=present,
        between=found_gaps,
    )
    basis = None if found_gaps is None else found_gaps.basis
    return FoundPaths(answer=Paths(**structs.asdict(found), from_me=who.from_me), who=who, basis=basis)


def role_paths(
    catalog: Catalog,
    funding: Drawer,
    who: Asker,
    day: str,
    profile: Profile,
    order: PathOrder = "own-cost",
    *,
    course_hours: int | None = None,
    before: Profile | None = None,
    present: PresentRole | None = None,
    between: PayGaps | None = None,
) -> RolePaths:
    """The training paths of a role for a person, the best first: time, money, who pays, whether they are admitted.

    `before` is the role that they have, `present` what its pay says, and `between` has the difference in pay from the present role to this one.
    """
    entrant = who.entering(None if before is None else before.role)
    gross = gap = None
    if between is not None and present is not None:
        gap = between.counted(present.role, profile.id)
        gross = between.gross(present.role, profile.id) if between.basis.net else None
    earned = None if between is None or present is None else between.earned(present.role)
    month = None if gross is None else gains(gross)
    overlap = present is not None and present.ranges_overlap
    find = catalog.find

    done = [find(name) for name in entrant.qualifications]
    apprenticed = any(path is not None and path.kind == "apprenticeship" for path in done)

    def judged(path: TrainingPath) -> WeighedPath:
        entry = gate(path, entrant, find)
        before = [money_of(one) for one in entry.first]
        return structs.replace(money_of(path, entry, before), admitted=admitted(path, entrant, find))

    def money_of(path: TrainingPath, entry: Gate | None = None, before: Sequence[WeighedPath] = ()) -> WeighedPath:
        offer = who.offers.get(path.id or "")
        applicant = structs.replace(who.applicant(course_hours, offer), apprenticed=apprenticed)
        chosen = who.offered(path)
        lost = None if between is None or earned is None else forgone(chosen, earned, between.arriving)
        return weigh(chosen, applicant, funding, day, gap, lost, entry, before)

    weighed = in_order_of(map(judged, profile.paths), order)
    return RolePaths(
        role=profile.id,
        present=present,
        sort=order,
        paths=tuple(
            _path(profile, item, funding, month, who.offers.get(item.path.id or ""), overlap=overlap)
            for item in weighed
        ),
    )


def _path(
    profile: Profile,
    item: WeighedPath,
    funding: Drawer,
    gross: Gains | None,
    offer: CourseOffer | None,
    *,
    overlap: bool,
) -> PathTold:
    path, own = item.path, item.own_cost
    return PathTold(
        id=path.id,
        title=path.title,
        kind=path.kind,
        awards=path.awards,
        awarding_body=path.awarding_body,
        law=path.law,
        purpose=path.purpose,
        dqr=path.dqr,
        zfu=path.zfu,
        admission=path.admission,
        external_exam_years=path.external_exam_years,
        external_exam_met=None if item.admitted is None else item.admitted.external,
        months=path.months,
        lessons=path.lessons,
        hours_per_week=path.hours_per_week,
        hours_total=path.hours_total,
        admission_met=None if item.admitted is None else item.admitted.met,
        admission_reason=None if item.admitted is None else _reason(item.admitted),
        access="unknown" if item.gate is None else item.gate.access,
        comes_first=_comes_first(item),
        ects=path.ects,
        pass_rate=path.pass_rate,
        training_pay=path.training_pay,
        course=path.cost.course,
        exam=path.cost.exam,
        course_usd=path.cost.course_usd,
        exam_usd=path.cost.exam_usd,
        exam_parts=path.exam_parts,
        typical=_typical(path),
        offer=offer,
        ends=None if offer is None else end_of_offer(offer, path),
        holes=holes(path, offer),
        cost=price(item.cost),
        funding=tuple(verdict_told(ruling, funding) for ruling in item.rulings),
        bonus=bonus_told(item.rulings, funding),
        afbg=None if item.afbg is None else afbg_told(item.afbg, funding),
        own_cost=None
        if own is None
        else CostInTheEnd(
            low=own.money.low, high=own.money.high, complete=own.money.complete, afbg_counted=own.counted
        ),
        forgone=price(item.lost),
        worth=None if item.worth is None else worth_told(item.worth, gross, overlap=overlap),
        doubt=path.doubt,
        source=path.sources.get(path.source) or profile.role.sources[path.source],
        sources=path.sources,
    )


def _comes_first(item: WeighedPath) -> ComesFirst | None:
    months = item.whole_months
    if item.gate is None or not (item.before or item.gate.years):
        return None
    return ComesFirst(
        paths=tuple(one.path.id or "" for one in item.before),
        years=item.gate.years,
        months=None if months is None else Stretch(months.low, months.high, months.complete),
        cost=price(item.whole_cost),
        own_cost=price(item.whole_own_cost),
    )


def _typical(path: TrainingPath) -> tuple[Literal["months", "course", "exam"], ...]:
    """What of the length and the prices of a path is a figure for the whole group of such courses."""
    figures: tuple[tuple[Literal["months", "course", "exam"], Span | None], ...] = (
        ("months", path.months),
        ("course", path.cost.course),
        ("exam", path.cost.exam),
    )
    return tuple(name for name, span in figures if span is not None and span.basis == "generic")


def _reason(item: Admitted) -> AdmissionReason:
    ways = list(enumerate(item.ways))
    return AdmissionReason(
        completed=item.completed,
        by=next((MetWay(way=n, training=way.training, years=way.years) for n, way in ways if way.met), None),
        missing=item.missing,
        against=tuple(UnmetWay(way=n, lacking=way.lacking, years=way.years) for n, way in ways if way.lacking),
    )
