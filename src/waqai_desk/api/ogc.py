"""OGC API – Features, core and GeoJSON (OGC 17-069r4): what is published, for QGIS and other map programs."""

from __future__ import annotations

from typing import Annotated, Any, Final

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Path, Router

from waqai_desk.api.box import read_box, read_days
from waqai_desk.api.schemas import Problem
from waqai_desk.explore.filters import narrow
from waqai_desk.options import options
from waqai_desk.public.follow import released
from waqai_desk.public.models import Published

router = Router(tags=["OGC API – Features"])
COLLECTION: Final = "incidents"
CRS84: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
GEOJSON: Final = "application/geo+json"
_CONFORMS: Final = (
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
)
Collection = Annotated[str, Path(max_length=60)]
Limit = Annotated[int, Field(ge=1, le=10_000)]
Offset = Annotated[int, Field(ge=0, le=10_000_000)]
Text = Annotated[str, Field(max_length=200)]


def _link(request: HttpRequest, path: str, rel: str, kind: str = "application/json", title: str = "") -> dict[str, str]:
    made = {"href": request.build_absolute_uri(path), "rel": rel, "type": kind}
    return made | ({"title": title} if title else {})


@router.get("/", auth=None, response={200: dict[str, Any], 404: Problem}, url_name="ogc_landing")
def landing(request: HttpRequest) -> dict[str, Any]:
    """Say what there is."""
    _rows()
    return {
        "title": _("Published incidents"),
        "description": _("Incidents that people checked against the reports that tell them."),
        "links": [
            _link(request, "/api/ogc/", "self"),
            _link(request, "/api/openapi.json", "service-desc", "application/vnd.oai.openapi+json;version=3.1"),
            _link(request, "/api/docs", "service-doc", "text/html"),
            _link(request, "/api/ogc/conformance", "conformance"),
            _link(request, "/api/ogc/collections", "data"),
        ],
    }


@router.get("/conformance", auth=None, response=dict[str, Any], url_name="ogc_conformance")
def conformance(request: HttpRequest) -> dict[str, Any]:
    """Say which classes of the standard are kept."""
    return {"conformsTo": list(_CONFORMS)}


@router.get("/collections", auth=None, response={200: dict[str, Any], 404: Problem}, url_name="ogc_collections")
def collections(request: HttpRequest) -> dict[str, Any]:
    """List the one collection."""
    _rows()
    return {"links": [_link(request, "/api/ogc/collections", "self")], "collections": [_collection(request)]}


@router.get(
    "/collections/{collection}", auth=None, response={200: dict[str, Any], 404: Problem}, url_name="ogc_collection"
)
def collection(request: HttpRequest, collection: Collection) -> dict[str, Any]:
    """Describe the collection."""
    _rows(collection)
    return _collection(request)


def _collection(request: HttpRequest) -> dict[str, Any]:
    here = f"/api/ogc/collections/{COLLECTION}"
    return {
        "id": COLLECTION,
        "title": _("Published incidents"),
        "itemType": "feature",
        "crs": [CRS84],
        "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]], "crs": CRS84}},
        "links": [_link(request, here, "self"), _link(request, f"{here}/items", "items", GEOJSON)],
    }


@router.get(
    "/collections/{collection}/items",
    auth=None,
    response={200: dict[str, Any], 400: Problem, 404: Problem},
    url_name="ogc_items",
)
def items(
    request: HttpRequest,
    collection: Collection,
    bbox: Text = "",
    datetime: Text = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> HttpResponse:
    """Give features, by box and by day."""
    wanted: dict[str, Any] = {"bbox": read_box(bbox)} if bbox else {}
    if datetime:
        first, last = read_days(datetime)
        wanted |= {k: v for k, v in (("first", first), ("last", last)) if v is not None}
    found = narrow(_rows(collection), wanted)
    count = found.count()
    rows = list(found.order_by("incident")[offset : offset + limit])
    query = request.GET.copy()
    here = f"/api/ogc/collections/{COLLECTION}/items"
    links = [_link(request, f"{here}?{query.urlencode()}" if query else here, "self", GEOJSON)]
    if offset + limit < count:
        query["limit"], query["offset"] = str(limit), str(offset + limit)
        links.append(_link(request, f"{here}?{query.urlencode()}", "next", GEOJSON))
    answer = {
        "type": "FeatureCollection",
        "features": [feature(row) for row in rows],
        "links": links,
        "timeStamp": timezone.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
        "numberMatched": count,
        "numberReturned": len(rows),
    }
    return JsonResponse(answer, content_type=GEOJSON)


@router.get(
    "/collections/{collection}/items/{item}",
    auth=None,
    response={200: dict[str, Any], 404: Problem},
    url_name="ogc_item",
)
def item(request: HttpRequest, collection: Collection, item: Annotated[str, Path(max_length=60)]) -> HttpResponse:
    """Give one feature."""
    found = _rows(collection).filter(public_id=item.replace("\x00", "")).first()
    if found is None:
        raise Http404("no such feature")
    here = f"/api/ogc/collections/{COLLECTION}"
    links = [_link(request, f"{here}/items/{found.public_id}", "self", GEOJSON), _link(request, here, "collection")]
    return JsonResponse(feature(found) | {"links": links}, content_type=GEOJSON)


def _rows(collection: str = COLLECTION) -> Any:
    if collection != COLLECTION or not options().public:
        raise Http404("no such collection")
    return released()


def feature(row: Published) -> dict[str, Any]:
    """Make a published incident a feature with flat properties, which map programs read as columns."""
    content = row.content()
    place, day = content["place"], content["date"]
    plain = ("event_type", "sub_event_type", "method", "outcome", "count", "status", "grade", "witnesses")
    told = {name: content[name] for name in plain}
    told |= {"date_start": day["start"], "date_end": day["end"], "date_precision": day["precision"]}
    told |= {
        f"place_{k}" if k.startswith("name") or k == "precision" else k: v
        for k, v in place.items()
        if k not in ("lat", "lon")
    }
    told |= {name: "; ".join(content[name]) for name in ("initiators", "targets", "outlets")}
    told |= {f"killed_{end}": getattr(row, f"killed_{end}") for end in ("low", "best", "high")}
    told |= {"published_at": row.published_at.isoformat()}
    point = None if place["lat"] is None else {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
    return {"type": "Feature", "id": row.public_id, "geometry": point, "properties": told}
