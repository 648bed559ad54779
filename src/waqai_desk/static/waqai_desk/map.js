// Maps: outlines that ship with the package (or tiles by setting), incidents counted by the server, precision as an area.
// Everything is drawn on 2D canvases that a move only shifts and a zoom only scales, so that no graphics card is needed.
"use strict";

(() => {
  const script = document.currentScript;
  const lang = document.documentElement.lang === "ar" ? "ar" : "en";
  const REGION = [[11, -14], [38, 60]];
  const DEGREE_M = 111320;
  const TILE = 256;
  const MARGIN = 96; // pixels around the view for which points are asked too
  const KEPT_ANSWERS = 40;
  const WORDS = '600 12px "Segoe UI", "Noto Sans Arabic", "Noto Sans", Tahoma, sans-serif';
  const LAND = "#f7f5ef", BORDER = "#b9b4a5", DEEP = "#0b5a63", RED = "#96261b";

  // Written words and counted clusters as shapes of Leaflet's own canvas, beside its circles.
  const Word = L.CircleMarker.extend({ _updatePath() { if (this.options.shown) this._renderer._write(this); } });
  const Count = L.CircleMarker.extend({ _updatePath() { this._renderer._count(this); } });
  L.Canvas.include({
    _write(word) {
      if (!this._drawing || word._empty()) return;
      Object.assign(this._ctx, { font: WORDS, textAlign: "center", textBaseline: "middle", lineWidth: 3, lineJoin: "round", globalAlpha: 1 });
      Object.assign(this._ctx, { strokeStyle: "#ffffffcc", fillStyle: "#5c6670" });
      this._ctx.strokeText(word.options.text, word._point.x, word._point.y);
      this._ctx.fillText(word.options.text, word._point.x, word._point.y);
    },
    _count(cluster) {
      if (!this._drawing || cluster._empty()) return;
      this._updateCircle(cluster);
      Object.assign(this._ctx, { font: WORDS, textAlign: "center", textBaseline: "middle", fillStyle: "#fff", globalAlpha: 1 });
      this._ctx.fillText(cluster.options.text, cluster._point.x, cluster._point.y + 0.5);
    },
  });

  // The land: each country one path in the coordinates of zoom 0, which a tile scales.
  const Outlines = L.GridLayer.extend({
    initialize(countries, options) {
      L.setOptions(this, options);
      this._shapes = countries.map(({ geometry }) => shape(geometry.coordinates));
    },
    createTile({ x, y, z }) {
      const tile = document.createElement("canvas");
      const ratio = Math.min(window.devicePixelRatio || 1, 2);
      const scale = 2 ** z;
      tile.width = tile.height = TILE * ratio;
      const pen = tile.getContext("2d");
      pen.setTransform(ratio * scale, 0, 0, ratio * scale, -x * TILE * ratio, -y * TILE * ratio);
      Object.assign(pen, { fillStyle: LAND, strokeStyle: BORDER, lineWidth: 1 / scale });
      const near = L.bounds([x * TILE, y * TILE], [(x + 1) * TILE, (y + 1) * TILE]);
      for (const { path, bounds } of this._shapes) {
        if (!near.intersects(L.bounds(bounds.min.multiplyBy(scale), bounds.max.multiplyBy(scale)))) continue;
        pen.fill(path);
        pen.stroke(path);
      }
      return tile;
    },
  });

  function shape(polygons) {
    const path = new Path2D();
    const bounds = L.bounds([]);
    for (const ring of polygons.flat()) {
      ring.forEach(([lon, lat], n) => {
        const at = L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);
        bounds.extend(at);
        if (n) path.lineTo(at.x, at.y);
        else path.moveTo(at.x, at.y);
      });
      path.closePath();
    }
    return { path, bounds };
  }

  let outlines;
  async function countries() {
    outlines ??= fetch(script.dataset.outlines).then((answer) => answer.json());
    return (await outlines).features;
  }

  function make(box) {
    box.dir = "ltr"; // what lies on a map lies where it lies, in Arabic too
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(box, {
      renderer: L.canvas({ padding: 0.25 }),
      zoomControl: false,
      fadeAnimation: false,
      zoomAnimation: !still,
      inertia: !still,
      minZoom: 2,
      maxZoom: 16,
      maxBounds: [[-70, -200], [85, 200]],
    });
    box.map = map;
    const { zoomIn, zoomOut } = script.dataset;
    L.control.zoom({ position: lang === "ar" ? "topleft" : "topright", zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
    L.control.scale({ imperial: false, position: lang === "ar" ? "bottomleft" : "bottomright" }).addTo(map);
    map.attributionControl.setPrefix("Leaflet");
    if (script.dataset.tiles) L.tileLayer(script.dataset.tiles, { attribution: script.dataset.credit }).addTo(map);
    else countries().then((found) => draw(map, found));
    return map;
  }

  function draw(map, found) {
    new Outlines(found, { attribution: "Natural Earth", pane: "tilePane" }).addTo(map);
    const words = found
      .filter(({ properties }) => properties.label)
      .map(({ properties: { label: [lon, lat], [`name_${lang}`]: text } }) =>
        new Word([lat, lon], { text, interactive: false, radius: 30, shown: false }));
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = WORDS;
    // A name is written where no earlier one stands.
    const place = () => {
      const taken = [];
      for (const word of words) {
        const at = map.project(word.getLatLng());
        const half = pen.measureText(word.options.text).width / 2 + 4;
        const own = L.bounds([at.x - half, at.y - 11], [at.x + half, at.y + 11]);
        word.options.shown = !taken.some((other) => other.intersects(own));
        if (word.options.shown) taken.push(own);
      }
    };
    const group = L.layerGroup(words);
    map.on("zoomend", place);
    map.whenReady(place);
    group.addTo(map);
    for (const word of words) word.bringToBack();
  }

  const short = (n) => (n >= 10000 ? `${Math.round(n / 1000)}k` : n >= 1000 ? `${(n / 1000).toFixed(1)}k` : String(n));

  const wide = (n) => 12 + 3 * short(n).length;

  // Clusters that would lie on each other are one: the server's cells do not know how large they are drawn.
  function joined(map, features) {
    const kept = [];
    for (const { geometry, properties } of [...features].sort((a, b) => b.properties.n - a.properties.n)) {
      const at = map.project([geometry.coordinates[1], geometry.coordinates[0]]);
      const over = kept.find((other) => other.properties.box && other.at.distanceTo(at) < wide(other.properties.n) + (properties.id ? 0 : wide(properties.n)));
      if (over) add(over.properties, properties, geometry.coordinates);
      else kept.push({ at, geometry, properties: { ...properties } });
    }
    return kept;
  }

  function add(to, { n, killed, box }, [lon, lat]) {
    const [west, south, east, north] = box ?? [lon, lat, lon, lat];
    to.n += n;
    to.killed += killed;
    to.box = [Math.min(to.box[0], west), Math.min(to.box[1], south), Math.max(to.box[2], east), Math.max(to.box[3], north)];
  }

  function mark(map, box, { geometry: { coordinates: [lon, lat] }, properties }) {
    const { id, n, killed } = properties;
    if (id) {
      const radius = 6 + 10 * Math.min(1, Math.sqrt(killed / 100));
      const one = L.circleMarker([lat, lon], { radius, fillColor: killed ? RED : DEEP, fillOpacity: 0.85, color: "#fff", weight: 1.5 });
      return one.on("click", () => (location.href = box.dataset.incident.replace("ID", encodeURIComponent(id))));
    }
    const many = new Count([lat, lon], { text: short(n), radius: wide(n), fillColor: DEEP, fillOpacity: 0.88, color: "#fff", weight: 2 });
    return many.on("click", () => {
      const [west, south, east, north] = properties.box;
      if (east - west < 1e-4 && north - south < 1e-4) map.setView([south, west], map.getZoom() + 3);
      else map.fitBounds([[south, west], [north, east]], { padding: [60, 60], maxZoom: 14 });
    });
  }

  // The window that is asked for: whole tiles around the view, so that small moves ask nothing and answers can be kept.
  function around(map, center, zoom) {
    const half = map.getSize().divideBy(2).add([MARGIN, MARGIN]);
    const middle = map.project(center, zoom);
    const least = middle.subtract(half).divideBy(TILE).floor().multiplyBy(TILE);
    const most = middle.add(half).divideBy(TILE).ceil().multiplyBy(TILE);
    const [northWest, southEast] = [map.unproject(least, zoom), map.unproject(most, zoom)];
    return [northWest.lng, southEast.lat, southEast.lng, northWest.lat].map((degrees) => degrees.toFixed(4)).join(",");
  }

  let last; // the map before a filter was changed: the next one shows the same window
  function explore(box) {
    const before = last && [last.getCenter(), last.getZoom()];
    last?.remove();
    const map = (last = make(box));
    const points = L.layerGroup().addTo(map);
    const answers = new Map();
    let wanted = "", shown = "", failed = "", isAsking = false, isZooming = false;

    // Old points stay until new ones are there. One question at a time: a server that answers old ones is late with the last.
    async function want(center = map.getCenter(), zoom = map.getZoom()) {
      const query = new URLSearchParams(box.dataset.query);
      query.set("bbox", around(map, center, zoom));
      query.set("zoom", zoom - 1); // the server counts zooms of a world 512 pixels wide
      wanted = String(query);
      failed = "";
      while (!answers.has(wanted) && wanted !== failed && !isAsking) await ask(wanted);
      show();
    }

    async function ask(key) {
      isAsking = true;
      try {
        const answer = await fetch(`${box.dataset.points}?${key}`);
        if (!answer.ok) throw new Error(answer.status);
        answers.set(key, await answer.json());
      } catch {
        failed = key; // what was shown stays; the next move asks again
      }
      if (answers.size > KEPT_ANSWERS) answers.delete(answers.keys().next().value);
      isAsking = false;
    }

    // While a zoom runs the canvas is scaled as it is, and drawn anew at its end.
    function show() {
      if (isZooming || !answers.has(wanted)) return;
      if (shown !== wanted) {
        const { features } = answers.get((shown = wanted));
        points.clearLayers();
        for (const feature of joined(map, features)) points.addLayer(mark(map, box, feature));
        box.dataset.shown = features.reduce((sum, feature) => sum + feature.properties.n, 0);
      }
      requestAnimationFrame(() => box.dispatchEvent(new Event("waqai:drawn")));
    }

    map.on("zoomanim", ({ center, zoom }) => {
      isZooming = true;
      want(center, zoom); // where a zoom will end is known when it begins
    });
    map.on("move", () => isZooming || want());
    map.on("moveend", () => {
      isZooming = false;
      want();
    });
    const region = L.latLngBounds(REGION);
    map.setView(...(before ?? [region.getCenter(), Math.max(3, map.getBoundsZoom(region))]));
  }

  function single(box) {
    const map = make(box);
    const point = L.latLng(Number(box.dataset.lat), Number(box.dataset.lon));
    const radius = Number(box.dataset.radius);
    const wide = Math.max(0.12 * DEGREE_M, 2 * radius);
    map.fitBounds(point.toBounds(2 * wide));
    L.circle(point, { radius, color: RED, weight: 1.5, fillColor: RED, fillOpacity: 0.22, interactive: false }).addTo(map);
    L.circleMarker(point, { radius: 4, fillColor: RED, fillOpacity: 1, color: "#fff", weight: 1.5, interactive: false }).addTo(map);
  }

  function start() {
    for (const box of document.querySelectorAll("[data-map]")) {
      if (box.map) continue;
      if (box.dataset.points) explore(box);
      else single(box);
    }
  }

  document.addEventListener("DOMContentLoaded", start);
  document.addEventListener("htmx:afterSettle", start);
})();
