/* The sandbox phone. It talks with the sandbox's control API and never with Chasqui: what it shows is what Meta's side knows. */
(() => {
    "use strict";
    const box = document.getElementById("sandbox");
    if (!box) return;
    const api = box.dataset.api;
    const texts = JSON.parse(box.dataset.texts);
    const $ = id => document.getElementById(id);
    const text = (key, ...values) => (texts[key] || key).replace(/\{(\d)\}/g, (_, i) => values[i]);
    const KEPT = "chasqui-phone";
    const kept = JSON.parse(localStorage.getItem(KEPT) || "{}");
    const state = { number: kept.number || "", person: kept.person || "", people: [], numbers: [], kind: "text", replyTo: "", cursor: -1, log: [], filter: "", paused: false, shown: "", rows: new Map() };
    const keep = () => localStorage.setItem(KEPT, JSON.stringify({ number: state.number, person: state.person }));

    async function call(path, method = "GET", body) {
        const answer = await fetch(api + path, {
            method,
            headers: { "X-Requested-With": "chasqui", ...(body ? { "Content-Type": "application/json" } : {}) },
            body: body && JSON.stringify(body),
        });
        if (answer.status === 401) { location.reload(); throw new Error("401"); }
        const json = answer.status === 204 ? null : await answer.json().catch(() => null);
        if (!answer.ok) throw new Error(json?.error?.message || answer.status);
        return json;
    }
    /** Puts a file on the person's phone; the answer's id may then be sent. */
    async function put(file) {
        const answer = await fetch(`${api}/numbers/${state.number}/people/${state.person}/media?filename=${encodeURIComponent(file.name)}`, {
            method: "POST",
            headers: { "X-Requested-With": "chasqui", "Content-Type": file.type || "application/octet-stream" },
            body: file,
        });
        const json = await answer.json().catch(() => null);
        if (!answer.ok) throw new Error(json?.error?.message || answer.status);
        return json.id;
    }
    function toast(words) {
        document.querySelector(".toast")?.remove();
        const note = Object.assign(document.createElement("div"), { className: "toast", textContent: words });
        note.setAttribute("role", "status");
        document.body.append(note);
        setTimeout(() => note.remove(), 2600);
    }
    const failed = error => toast(text("error", error.message));
    const guard = task => (...values) => task(...values).catch(failed);

    function make(tag, className, content) {
        const part = document.createElement(tag);
        if (className) part.className = className;
        if (typeof content === "string") part.textContent = content;
        else if (content) part.append(...[content].flat().filter(Boolean));
        return part;
    }
    function icon(name, className = "") {
        const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        svg.setAttribute("class", `icon ${className}`);
        svg.setAttribute("aria-hidden", "true");
        const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
        use.setAttribute("href", `${box.dataset.icons}#${name}`);
        svg.append(use);
        return svg;
    }
    const clock = (at, seconds) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}) });
    const initials = name => name.split(/\s+/).filter(Boolean).slice(0, 2).map(word => word[0]).join("").toUpperCase();
    /** A number, or what stands for it when the person hides it. */
    const shownPhone = person => person.includes(".") ? text("hidden") : "+" + person;

    // Who
    /** The workspace's numbers come first: nobody here hears what is written to the others. */
    async function loadNumbers() {
        const ours = box.dataset.numbers.split(" ");
        const all = (await call("/wabas")).flatMap(waba => waba.numbers);
        const groups = [
            ["connected", ours.map(id => all.find(number => number.id === id)).filter(Boolean)],
            ["notConnected", all.filter(number => !ours.includes(number.id))],
        ].filter(([, numbers]) => numbers.length);
        state.numbers = groups.flatMap(([, numbers]) => numbers);
        if (!state.numbers.some(number => number.id === state.number)) state.number = state.numbers[0]?.id || "";
        $("number").replaceChildren(...groups.map(([name, numbers]) => {
            const group = make("optgroup", "", numbers.map(number => new Option(`${number.verified_name} · ${shownPhone(number.number)}`, number.id, false, number.id === state.number)));
            group.label = text(name);
            return group;
        }));
        business();
    }
    function business() {
        const number = state.numbers.find(one => one.id === state.number);
        $("businessName").textContent = number?.verified_name || text("noNumber");
        $("businessMark").textContent = initials(number?.verified_name || "?");
    }
    async function loadPeople() {
        if (!state.number) return;
        state.people = await call(`/numbers/${state.number}/people?limit=200`);
        if (!state.person && state.people.length) state.person = state.people[0].wa_id;
        if (state.person && !state.people.some(person => person.wa_id === state.person)) {
            state.people.unshift(await call(`/numbers/${state.number}/people/${state.person}`));
        }
        const options = state.people.map(person => new Option(`${person.name} · ${shownPhone(person.wa_id)}`, person.wa_id, false, person.wa_id === state.person));
        $("person").replaceChildren(...(options.length ? options : [new Option(text("noPeople"), "")]));
        who();
        keep();
    }
    function who() {
        const person = state.people.find(one => one.wa_id === state.person);
        $("answerName").textContent = person?.name || "";
        $("toMessages").href = box.dataset.messages + (state.person ? `?to=${state.person}` : "");
        const to = $("sendTest:to");
        if (to && state.person) to.value = state.person.includes(".") ? state.person : shownPhone(state.person);
        const name = $("sendTest:name");
        if (name && person) name.value = person.name.split(" ")[0];
        if (state.replyOf !== state.person) replyTo("");
        ["answerText", "writeText"].forEach(id => { $(id).disabled = !state.person; });
        windowLine(person);
    }
    function windowLine(person) {
        state.inWindow = person;
        const left = person?.window_closes_at ? Date.parse(person.window_closes_at) - Date.now() : 0;
        const open = left > 0;
        const minutes = Math.floor(left / 60000);
        $("windowText").textContent = open ? text("windowOpen", `${Math.floor(minutes / 60)} h ${minutes % 60} min`) : person ? text("windowClosed") : "–";
        $("closeWindow").hidden = !open;
    }

    // Chat
    const EMOJI = ["👍", "❤️", "😂", "😮", "🙏"];
    const NOTES = ["edit", "revoke", "system", "unsupported", "order", "preferences"];
    const PICTURES = { image: "image", audio: "mic", video: "video", document: "file", sticker: "sticker", location: "map-pin", contacts: "users-round" };
    function ticks(message) {
        if (message.direction === "to_phone") return null;
        return icon(message.state === "sent" ? "check" : "check-check", `tick ${message.state === "read" ? "blue" : ""}`);
    }
    /** The file of a message, wherever its kind keeps it: in the message, or in the header of a template or of buttons. */
    function fileOf(message) {
        const media = message.media || {};
        return PICTURES[message.type] ? { kind: message.type, file: media } : { kind: media.type, file: media[media.type] || {} };
    }
    function shownFile(message) {
        const { kind, file } = fileOf(message);
        if (!PICTURES[kind] || kind === "contacts") return null;
        const address = file.id ? `${api}/media/${file.id}` : "";
        if (address && (kind === "image" || kind === "sticker")) {
            const picture = make("img", kind === "sticker" ? "bubble-sticker" : "bubble-picture");
            picture.alt = text(kind);
            picture.loading = "lazy";
            picture.src = address;
            return picture;
        }
        if (address && (kind === "audio" || kind === "video")) {
            const player = make(kind, "bubble-player");
            player.controls = true;
            player.preload = "metadata";
            player.src = address;
            player.setAttribute("aria-label", text(kind));
            return player;
        }
        const words = kind === "location" ? `${message.media.latitude}, ${message.media.longitude}` : file.filename || text(kind);
        const label = [icon(PICTURES[kind]), make("span", "cut", words)];
        if (!address) return make("div", "bubble-kind", label);
        const link = make("a", "bubble-kind", [...label, icon("download")]);
        link.href = address;
        link.download = file.filename || "";
        return link;
    }
    /** What the person can do with a message: answer it, or react to it. */
    function deeds(message) {
        const quote = make("button", "bubble-deed", icon("reply"));
        quote.type = "button";
        quote.setAttribute("aria-label", text("reply"));
        quote.title = text("reply");
        quote.addEventListener("click", () => { replyTo(message.wamid, message.text || text(message.type)); $("answerText").focus(); });
        const reacts = EMOJI.map(emoji => {
            const react = make("button", "bubble-deed", emoji);
            react.type = "button";
            react.setAttribute("aria-label", text("react", emoji));
            react.addEventListener("click", guard(() => write({ type: "reaction", reply_to: message.wamid, text: emoji })));
            return react;
        });
        return make("div", "bubble-deeds", [quote, ...reacts]);
    }
    function replyTo(wamid, words = "") {
        state.replyTo = wamid;
        state.replyOf = state.person;
        $("replyTo").hidden = !wamid;
        $("replyToText").textContent = words;
    }
    function bubble(message, all) {
        const mine = message.direction === "from_phone";
        const parts = [];
        const quoted = message.reply_to && all.find(one => one.wamid === message.reply_to);
        if (quoted) {
            const author = quoted.direction === "from_phone" ? text("you") : $("businessName").textContent;
            parts.push(make("div", "bubble-quote", [make("b", "", author), make("span", "cut", quoted.header || quoted.text || text(quoted.type))]));
        }
        if (message.header) parts.push(make("div", "bubble-header", message.header));
        if (NOTES.includes(message.type)) parts.push(make("div", "bubble-kind", [icon("info"), make("span", "", text(message.type))]));
        if (message.type === "contacts") parts.push(make("div", "bubble-kind", [icon(PICTURES.contacts), make("span", "", text("contacts"))]));
        parts.push(shownFile(message));
        if (message.text) parts.push(make("div", "bubble-text", message.text));
        else if (message.template && !message.text) parts.push(make("div", "bubble-text", message.template));
        if (message.footer) parts.push(make("div", "bubble-footer", message.footer));
        const meta = [make("span", "", clock(message.at)), mine ? ticks(message) : null];
        if (message.state === "failed") meta.unshift(make("code", "red", `${text("failed")} ${message.error_code || ""}`));
        parts.push(make("div", "bubble-meta num", meta));
        const row = make("div", `bubble-row ${mine ? "mine" : ""}`, make("div", `bubble ${mine ? "out" : "in"} ${message.state === "failed" ? "is-failed" : ""}`, parts.filter(Boolean)));
        const reactions = all.filter(one => one.type === "reaction" && one.reacts_to === message.wamid);
        // The last one of each side counts, and an empty one takes it back.
        const shown = ["from_phone", "to_phone"].map(side => reactions.filter(one => one.direction === side).at(-1)?.text).filter(Boolean);
        if (shown.length) row.append(make("span", "bubble-reaction", shown.join(" ")));
        if (!NOTES.includes(message.type)) row.append(deeds(message));
        row.title = `${message.wamid}${message.error ? "\n" + message.error : ""}`;
        if (message.cards?.length) row.append(cards(message));
        row.append(...(message.buttons || []).map(button => tapOf(button, message)));
        return row;
    }
    function tapOf(button, message) {
        const tap = make("button", "bubble-button", [icon({ url: "external-link", list_row: "list", location: "map-pin", flow: "list" }[button.kind] || "reply"), make("span", "", button.text)]);
        tap.type = "button";
        if (button.kind === "location") tap.addEventListener("click", guard(() => write({ type: "location", latitude: -13.1631, longitude: -72.545, name: "Machu Picchu", reply_to: message.wamid })));
        else if (["quick_reply", "reply", "list_row", "flow"].includes(button.kind)) tap.addEventListener("click", guard(() => write({ type: "button", reply_to: message.wamid, text: button.text })));
        else tap.disabled = true;
        return tap;
    }
    /** A carousel: its cards side by side, to be scrolled. */
    function cards(message) {
        const row = make("div", "bubble-cards", message.cards.map(card => make("div", "bubble-card", [
            shownFile({ type: "card", media: card.media }),
            card.header && make("div", "bubble-header", card.header),
            card.text && make("div", "bubble-text", card.text),
            ...(card.buttons || []).map(button => tapOf(button, message)),
        ])));
        row.tabIndex = 0;
        row.setAttribute("role", "group");
        row.setAttribute("aria-label", text("cards", message.cards.length));
        return row;
    }
    /** The business writes: until its next message, or until the time is up. */
    function typing(messages) {
        const last = messages.findLast(one => one.direction === "to_phone" && one.type !== "reaction");
        const until = Math.max(0, ...messages.filter(one => one.typing_until && !(last && Date.parse(last.at) > Date.parse(one.typing_until) - 25000)).map(one => Date.parse(one.typing_until)));
        const left = until - Date.now();
        clearTimeout(state.typing);
        $("businessState").textContent = text(left > 0 ? "typing" : "business");
        if (left > 0) state.typing = setTimeout(() => { $("businessState").textContent = text("business"); }, left);
    }
    /** A link to a file is signed anew at each request and says nothing about the message. */
    const withoutUrl = (key, value) => key === "url" ? undefined : value;
    async function loadChat() {
        if (!state.number || !state.person) {
            $("bubbles").replaceChildren(make("p", "chat-empty", text("empty")));
            return;
        }
        // Answers may overtake each other: only what was asked last is drawn.
        const asked = state.asked = (state.asked || 0) + 1;
        const { person, messages } = await call(`/numbers/${state.number}/people/${state.person}/messages?limit=80`);
        if (asked !== state.asked) return;
        windowLine(person);
        // A phone shows what reached it: what was refused or is still on its way is in the log, not in the chat.
        const visible = messages.filter(message => message.direction === "from_phone" || ["delivered", "read"].includes(message.state))
            .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
        const bubbles = visible.filter(message => message.type !== "reaction" || !visible.some(one => one.wamid === message.reacts_to));
        const mark = JSON.stringify(visible, withoutUrl);
        if (mark === state.shown) return;
        if (state.pressed) { state.waits = true; return; }
        state.shown = mark;
        typing(messages);
        const known = state.rows;
        state.rows = new Map(bubbles.map(message => [message.wamid, rowOf(message, messages, known.get(message.wamid))]));
        const rows = [...state.rows.values()].map(one => one.row);
        const chat = $("chat");
        const follows = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 40 || !bubbles.length || !known.has(bubbles.at(-1).wamid);
        place($("bubbles"), rows.length ? rows : [make("p", "chat-empty", text("empty"))]);
        chat.dataset.person = person.wa_id;
        if (follows) chat.scrollTop = chat.scrollHeight;
    }
    /** The row that is there already when nothing of it changed: a picture does not flicker, a carousel stays where it was scrolled to. */
    function rowOf(message, all, known) {
        const kin = all.filter(one => one.wamid === message.reply_to || (one.type === "reaction" && one.reacts_to === message.wamid));
        // What the business sent shows no ticks here, so of its states only the failure changes its looks.
        const hidden = one => one.direction === "to_phone" && one.state !== "failed" ? { state: undefined, state_at: undefined } : {};
        const mark = JSON.stringify([message, ...kin].map(one => ({ ...one, ...hidden(one) })), withoutUrl);
        return known?.mark === mark ? known : { mark, row: bubble(message, all) };
    }
    /** Makes the rows the children of the list and touches none that stands in its place. */
    function place(list, rows) {
        [...list.children].filter(child => !rows.includes(child)).forEach(child => child.remove());
        let next = list.firstElementChild;
        rows.forEach(row => {
            if (row === next) next = next.nextElementSibling;
            else list.insertBefore(row, next);
        });
    }
    // A button that is drawn anew between press and release gets no click, which comes after the release in the same turn.
    document.addEventListener("pointerdown", event => { state.pressed = event.button === 0; }, true);
    const release = () => setTimeout(() => {
        state.pressed = false;
        if (state.waits) { state.waits = false; guard(loadChat)(); }
    });
    ["pointerup", "pointercancel"].forEach(end => document.addEventListener(end, release, true));
    window.addEventListener("blur", release);
    async function write(body) {
        await call(`/numbers/${state.number}/people/${state.person}/messages`, "POST", body);
        await loadChat();
    }
    async function answer(words) {
        const trimmed = words.trim();
        const kind = state.kind;
        if (!state.person || (kind === "text" && !trimmed)) return;
        const file = $("answerFile").files[0];
        const media = file && $("fileLine").hidden === false ? { media: await put(file) } : {};
        const caption = trimmed ? { caption: trimmed } : {};
        const bodies = {
            text: { type: "text", text: trimmed },
            image: { type: pictureType(file), ...media, ...caption },
            audio: { type: "audio", ...media },
            document: { type: "document", ...media, ...caption },
            contacts: { type: "contacts", ...(trimmed ? { name: trimmed } : {}) },
            location: { type: "location", latitude: -13.1631, longitude: -72.545, name: trimmed || "Machu Picchu" },
        };
        await write({ ...bodies[kind], ...(state.replyTo ? { reply_to: state.replyTo } : {}) });
        $("answerFile").value = "";
        replyTo("");
    }
    /** Whatever is picked as a picture may be a film or a sticker. */
    function pictureType(file) {
        if (file?.type.startsWith("video/")) return "video";
        return file?.type === "image/webp" ? "sticker" : "image";
    }

    // Behaviour
    async function loadCodes() {
        const { codes } = await call("/scenarios");
        $("code").replaceChildren(...codes.map(code => new Option(`${code.code} ${code.title}`, code.code, false, code.code === 131049)));
    }
    function showBehaviour(value) {
        document.querySelectorAll(".behave-more").forEach(part => { part.hidden = part.dataset.for !== value; });
    }
    async function loadBehaviour() {
        const list = await call("/behaviours");
        const mine = list.find(one => one.target === state.person);
        const value = !mine ? "normal" : mine.scenario === "normal" ? "slow" : mine.scenario;
        const radio = document.querySelector(`#behave [name=b][value="${value}"]`);
        if (radio && !radio.checked) {
            radio.checked = true;
            showBehaviour(value);
        }
        if (value === "slow" && mine) {
            $("delay").value = Math.round(mine.status_delay / 1000);
            $("delayText").textContent = `${$("delay").value} s`;
        }
        if (value === "failed" && mine) $("code").value = mine.code;
    }
    async function behave() {
        if (!state.person) return;
        const value = document.querySelector("#behave [name=b]:checked").value;
        showBehaviour(value);
        const path = `/behaviours/${state.person}`;
        if (value === "normal") await call(path, "DELETE");
        else if (value === "slow") await call(path, "PUT", { scenario: "normal", status_delay: $("delay").value * 1000 });
        else if (value === "failed") await call(path, "PUT", { scenario: "failed", code: Number($("code").value), times: Number($("times").value) || 0 });
        else await call(path, "PUT", { scenario: value });
    }

    // Log: one request waits at the sandbox until there is news. It also tells when the chat has changed.
    const COLOURS = { message: "", status: "", inbound: "violet", webhook: "blue", refusal: "red", scenario: "red", account: "" };
    function line(entry, fresh) {
        const title = entry.kind === "status" ? text("state." + entry.title) : entry.title;
        const took = entry.millis === null ? "–" : entry.kind === "status" ? `+${entry.millis} ms` : `${entry.millis} ms`;
        const name = state.people.find(person => person.wa_id === entry.person)?.name || (entry.person ? "•••" + entry.person.slice(-4) : "");
        return make("li", fresh ? "is-new" : "", [
            make("time", "mono third", clock(entry.at, true)),
            make("div", "cut", [make("div", "log-title", [make("span", `tag ${COLOURS[entry.kind]}`, text("kind." + entry.kind)), make("b", `cut ${["refusal", "scenario"].includes(entry.kind) ? "red" : ""}`, title)]), make("div", "mono third cut", [name, entry.detail].filter(Boolean).join(" · "))]),
            make("span", "mono third", took),
        ]);
    }
    function showLog(fresh = 0) {
        const kinds = state.filter ? state.filter.split(" ") : null;
        const entries = state.log.filter(entry => !kinds || kinds.includes(entry.kind)).slice(-60).reverse();
        if (entries.length) $("log").replaceChildren(...entries.map((entry, i) => line(entry, i < fresh)));
        else $("log").replaceChildren(make("li", "log-empty third small", text("empty")));
    }
    function sign(on) {
        $("logLive").classList.toggle("off", !on);
        $("logLive").lastElementChild.textContent = text(on ? "live" : "off");
    }
    async function follow() {
        for (;;) {
            try {
                const first = state.cursor < 0;
                const { cursor, entries } = await call(`/log?after=${Math.max(0, state.cursor)}&limit=100&wait=${first ? 0 : 20}`);
                sign(true);
                state.cursor = cursor;
                if (entries.length) {
                    state.log = [...state.log, ...entries].slice(-300);
                    if (!state.paused) showLog(first ? 0 : entries.length);
                    if (!first && entries.some(entry => !state.people.some(person => person.wa_id === entry.person) && entry.person)) await loadPeople();
                    await loadChat();
                    if (entries.some(entry => entry.kind === "scenario")) await loadBehaviour();
                    // A busy sandbox must not make the browser busy.
                    await new Promise(done => setTimeout(done, 250));
                }
            } catch {
                sign(false);
                await new Promise(done => setTimeout(done, 3000));
            }
        }
    }

    // Wiring
    $("person").addEventListener("change", guard(async event => { state.person = event.target.value; state.shown = ""; keep(); who(); await loadChat(); await loadBehaviour(); }));
    $("number").addEventListener("change", guard(async event => { state.number = event.target.value; state.shown = ""; business(); await loadPeople(); await loadChat(); }));
    $("write").addEventListener("submit", event => { event.preventDefault(); const field = $("writeText"); const words = field.value.trim(); if (!words) return; field.value = ""; guard(() => write({ type: "text", text: words }))(); });
    $("answer").addEventListener("submit", event => { event.preventDefault(); const field = $("answerText"); const words = field.value; guard(async () => { await answer(words); if (field.value === words) field.value = ""; })(); });
    $("answerText").addEventListener("keydown", event => { if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); $("answer").requestSubmit(); } });
    $("kinds").addEventListener("click", event => {
        const chosen = event.target.closest("[data-kind]");
        if (!chosen) return;
        state.kind = chosen.dataset.kind;
        document.querySelectorAll("[data-kind]").forEach(button => button.setAttribute("aria-pressed", button === chosen));
        const accept = { image: "image/*,video/*", audio: "audio/*", document: "*/*" }[state.kind];
        $("fileLine").hidden = !accept;
        $("answerFile").accept = accept || "";
        $("answerFile").value = "";
        $("answerText").focus();
    });
    $("replyToEnd").addEventListener("click", () => replyTo(""));
    $("newHidden").addEventListener("change", event => { $("newPhone").required = !event.target.checked; $("newPhone").disabled = event.target.checked; });
    $("quick").replaceChildren(...text("quick").split("|").map(words => {
        const chip = make("button", "tag", words);
        chip.type = "button";
        chip.addEventListener("click", guard(() => write({ type: "text", text: words })));
        return chip;
    }));
    $("behave").addEventListener("change", guard(behave));
    $("delay").addEventListener("input", event => { $("delayText").textContent = `${event.target.value} s`; });
    $("closeWindow").addEventListener("click", guard(async () => { await call(`/numbers/${state.number}/people/${state.person}/window`, "DELETE"); await loadChat(); }));
    $("newPerson").addEventListener("submit", event => {
        event.preventDefault();
        guard(async () => {
            const hidden = $("newHidden").checked;
            const digits = hidden ? "US." + Array.from(crypto.getRandomValues(new Uint8Array(20)), byte => byte % 10).join("") : $("newPhone").value.replace(/\D/g, "");
            if (digits.length < 7) { toast(text("unknown")); return; }
            const person = await call(`/numbers/${state.number}/people/${digits}`, "PUT", { name: $("newName").value.trim() });
            state.person = person.wa_id;
            state.shown = "";
            $("personDialog").close();
            await loadPeople();
            await loadChat();
        })();
    });
    $("resetForm").addEventListener("submit", event => {
        event.preventDefault();
        guard(async () => {
            await call("/reset", "POST");
            $("resetDialog").close();
            Object.assign(state, { log: [], shown: "", person: "" });
            showLog();
            await loadPeople();
            await loadChat();
            toast(text("resetDone"));
        })();
    });
    $("logPause").addEventListener("click", event => {
        state.paused = !state.paused;
        const button = event.currentTarget;
        button.setAttribute("aria-pressed", state.paused);
        button.querySelector("use").setAttribute("href", `${box.dataset.icons}#${state.paused ? "play" : "pause"}`);
        if (!state.paused) showLog();
    });
    $("logClear").addEventListener("click", () => { state.log = []; showLog(); });
    $("logTabs").addEventListener("click", event => {
        const tab = event.target.closest("[data-log]");
        if (!tab) return;
        state.filter = tab.dataset.log;
        document.querySelectorAll("[data-log]").forEach(button => button.setAttribute("aria-pressed", button === tab));
        showLog();
    });
    const tick = () => { $("clock").textContent = clock(Date.now()); windowLine(state.inWindow); };
    tick();
    setInterval(tick, 10000);
    guard(async () => { await loadNumbers(); await loadPeople(); await loadCodes(); await loadBehaviour(); await loadChat(); })().finally(follow);
})();
