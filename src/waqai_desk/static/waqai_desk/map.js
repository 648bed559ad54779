// Maps: outlines that ship with the package (or tiles by setting), incidents counted by the server, precision as an area.
"use strict";

(() => {
  const script = document.currentScript;
  const lang = document.documentElement.lang === "ar" ? "ar" : "en";
  const DEGREE_M = 111320;
  const WORDS = '600 24px "Segoe UI", "Noto Sans Arabic", "Noto Sans", Tahoma, sans-serif';

  function style(outlines) {
    const made = { version: 8, sources: {}, layers: [{ id: "sea", type: "background", paint: { "background-color": "#dfe8ec" } }] };
    if (script.dataset.tiles) {
      made.sources.tiles = { type: "raster", tiles: [script.dataset.tiles], tileSize: 256, attribution: script.dataset.credit };
      made.layers.push({ id: "tiles", type: "raster", source: "tiles" });
      return made;
    }
    made.sources.land = { type: "geojson", data: outlines, attribution: "Natural Earth" };
    made.layers.push(
      { id: "land", type: "fill", source: "land", paint: { "fill-color": "#f7f5ef" } },
      { id: "borders", type: "line", source: "land", paint: { "line-color": "#b9b4a5", "line-width": 1 } },
    );
    return made;
  }

  async function make(box, options) {
    const outlines = script.dataset.tiles ? null : await (await fetch(script.dataset.outlines)).json();
    const map = new maplibregl.Map({
      container: box,
      style: style(outlines),
      attributionControl: { compact: true },
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 15,
      ...options,
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), lang === "ar" ? "top-left" : "top-right");
    map.addControl(new maplibregl.ScaleControl({ maxWidth: 120 }), lang === "ar" ? "bottom-left" : "bottom-right");
    box.map = map;
    map.on("styleimagemissing", (event) => picture(map, event.id));
    await new Promise((done) => map.once("load", done));
    if (outlines) name(map, outlines);
    return map;
  }

  function name(map, outlines) {
    const features = outlines.features
      .filter(({ properties }) => properties.label)
      .map(({ properties }) => ({
        type: "Feature",
        properties: { text: properties[`name_${lang}`] },
        geometry: { type: "Point", coordinates: properties.label },
      }));
    map.addSource("names", { type: "geojson", data: { type: "FeatureCollection", features } });
    map.addLayer({ id: "names", type: "symbol", source: "names", layout: { "icon-image": ["concat", "name:", ["get", "text"]] } });
  }

  // Words and counts are drawn as pictures: the offline map has no font of its own, and the browser joins Arabic letters.
  function picture(map, id) {
    const [kind, text] = id.split(":");
    if (kind === "name") written(map, id, text);
    else if (kind === "n") counted(map, id, text);
  }

  function written(map, id, text) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = WORDS;
    pen.canvas.width = Math.ceil(pen.measureText(text).width) + 12;
    pen.canvas.height = 40;
    Object.assign(pen, { font: WORDS, textAlign: "center", textBaseline: "middle", lineWidth: 5, strokeStyle: "#ffffffcc", fillStyle: "#5c6670" });
    pen.strokeText(text, pen.canvas.width / 2, 20);
    pen.fillText(text, pen.canvas.width / 2, 20);
    map.addImage(id, pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height), { pixelRatio: 2 });
  }

  function counted(map, id, text) {
    const size = 2 * (28 + 7 * Math.max(text.length - 1, 0));
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = size;
    const pen = canvas.getContext("2d");
    pen.beginPath();
    pen.arc(size / 2, size / 2, size / 2 - 3, 0, 2 * Math.PI);
    pen.fillStyle = "rgba(11, 90, 99, 0.88)";
    pen.fill();
    pen.lineWidth = 4;
    pen.strokeStyle = "#fff";
    pen.stroke();
    pen.fillStyle = "#fff";
    pen.font = "600 24px sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(text, size / 2, size / 2 + 1);
    map.addImage(id, pen.getImageData(0, 0, size, size), { pixelRatio: 2 });
  }

  const short = (n) => (n >= 10000 ? `${Math.round(n / 1000)}k` : n >= 1000 ? `${(n / 1000).toFixed(1)}k` : String(n));

  async function explore(box) {
    const map = await make(box, { center: [40, 31], zoom: 3.4 });
    map.addSource("incidents", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
    map.addLayer({
      id: "one",
      type: "circle",
      source: "incidents",
      filter: ["has", "id"],
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["get", "killed"], 0, 6, 20, 11, 100, 16],
        "circle-color": ["case", [">", ["get", "killed"], 0], "#96261b", "#0b5a63"],
        "circle-opacity": 0.85,
        "circle-stroke-color": "#fff",
        "circle-stroke-width": 1.5,
      },
    });
    map.addLayer({
      id: "many",
      type: "symbol",
      source: "incidents",
      filter: ["!", ["has", "id"]],
      layout: { "icon-image": ["concat", "n:", ["get", "text"]], "icon-allow-overlap": true, "symbol-sort-key": ["get", "n"] },
    });
    let asked = 0;
    async function refresh() {
      const turn = ++asked;
      const edge = map.getBounds();
      const query = new URLSearchParams(box.dataset.query);
      query.set("bbox", [edge.getWest(), edge.getSouth(), edge.getEast(), edge.getNorth()].map((d) => d.toFixed(4)).join(","));
      query.set("zoom", map.getZoom().toFixed(1));
      const answer = await fetch(`${box.dataset.points}?${query}`);
      if (!answer.ok || turn !== asked) return;
      const data = await answer.json();
      for (const feature of data.features) feature.properties.text = short(feature.properties.n);
      map.getSource("incidents").setData(data);
      box.dataset.shown = data.features.reduce((sum, feature) => sum + feature.properties.n, 0);
    }
    map.on("moveend", refresh);
    map.on("click", "many", ({ features: [feature] }) => {
      const [west, south, east, north] = JSON.parse(feature.properties.box);
      if (east - west < 1e-4 && north - south < 1e-4) map.easeTo({ center: [west, south], zoom: map.getZoom() + 3 });
      else map.fitBounds([[west, south], [east, north]], { padding: 60, maxZoom: 13 });
    });
    map.on("click", "one", ({ features: [feature] }) => {
      location.href = box.dataset.incident.replace("ID", encodeURIComponent(feature.properties.id));
    });
    for (const layer of ["one", "many"]) {
      map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
      map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
    }
    refresh();
  }

  function circle([lon, lat], metres) {
    const ring = [];
    for (let i = 0; i <= 64; i++) {
      const turn = (i / 64) * 2 * Math.PI;
      const dx = (metres * Math.cos(turn)) / (DEGREE_M * Math.cos((lat * Math.PI) / 180));
      ring.push([lon + dx, lat + (metres * Math.sin(turn)) / DEGREE_M]);
    }
    return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
  }

  async function single(box) {
    const point = [Number(box.dataset.lon), Number(box.dataset.lat)];
    const area = circle(point, Number(box.dataset.radius));
    const ring = area.geometry.coordinates[0];
    const bounds = ring.reduce((all, corner) => all.extend(corner), new maplibregl.LngLatBounds(point, point));
    const wide = Math.max(0.12, (2 * Number(box.dataset.radius)) / DEGREE_M);
    bounds.extend([point[0] - wide, point[1] - wide]).extend([point[0] + wide, point[1] + wide]);
    const map = await make(box, { bounds, fitBoundsOptions: { padding: 12 } });
    map.addSource("area", { type: "geojson", data: area });
    map.addLayer({ id: "area", type: "fill", source: "area", paint: { "fill-color": "#96261b", "fill-opacity": 0.22 } });
    map.addLayer({ id: "edge", type: "line", source: "area", paint: { "line-color": "#96261b", "line-width": 1.5 } });
    map.addSource("point", { type: "geojson", data: { type: "Point", coordinates: point } });
    map.addLayer({ id: "point", type: "circle", source: "point", paint: { "circle-radius": 4, "circle-color": "#96261b", "circle-stroke-color": "#fff", "circle-stroke-width": 1.5 } });
  }

  function start() {
    for (const box of document.querySelectorAll("[data-map]")) {
      if (box.map || box.dataset.started) continue;
      box.dataset.started = "yes";
      if (box.dataset.points) explore(box);
      else single(box);
    }
  }

  document.addEventListener("DOMContentLoaded", start);
  document.addEventListener("htmx:afterSettle", start);
})();
