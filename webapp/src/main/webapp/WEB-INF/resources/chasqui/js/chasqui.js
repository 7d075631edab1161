/* What pages need from a script: menus, dialogs, copying, light and dark, live hints. No handlers in the markup. */
(() => {
    "use strict";
    const root = document.documentElement;
    const YEAR = 31536000;
    const cookie = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`; };
    const $ = (selector, from = document) => from.querySelector(selector);
    const all = (selector, from = document) => [...from.querySelectorAll(selector)];

    // The server writes times in the zone of the browser.
    const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");
    if (!document.cookie.includes(`chasqui-zone=${zone}`)) cookie("chasqui-zone", zone);

    function toast(text) {
        $(".toast")?.remove();
        const box = Object.assign(document.createElement("div"), { className: "toast", textContent: text });
        box.setAttribute("role", "status");
        document.body.append(box);
        setTimeout(() => box.remove(), 2200);
    }

    async function copy(text) {
        try {
            await navigator.clipboard.writeText(text);
        } catch {
            // Without https there is no clipboard: the old way works everywhere.
            const area = Object.assign(document.createElement("textarea"), { value: text });
            document.body.append(area);
            area.select();
            document.execCommand("copy");
            area.remove();
        }
    }

    function setScheme(scheme, icon) {
        cookie("chasqui-scheme", scheme);
        root.dataset.scheme = scheme;
        all("[data-set-scheme]").forEach(item => item.setAttribute("aria-pressed", item.dataset.setScheme === scheme));
        all("[data-scheme-menu]").forEach(menu => {
            const use = $("summary use", menu);
            use.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#" + icon));
            menu.open = false;
        });
    }

    function side(open) {
        const menu = $("#side");
        const button = $("[data-side=open]");
        menu.classList.toggle("open", open);
        $(".side-veil").hidden = !open;
        button.setAttribute("aria-expanded", open);
        $(".main-column").inert = open;
        (open ? $("[data-side=close]", menu) : button).focus();
    }

    // Who marks text and lets go outside of a dialog does not want to close it: the press must begin outside, too.
    let pressedOn;
    document.addEventListener("pointerdown", event => { pressedOn = event.target; });
    document.addEventListener("click", event => {
        const target = event.target.closest("button, a, summary, [data-side]");
        all("details.pop[open]").forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
        if (event.target instanceof HTMLDialogElement && pressedOn === event.target) event.target.close();
        if (!target) return;
        const data = target.dataset;
        if (data.side) side(data.side === "open");
        if (data.setScheme) setScheme(data.setScheme, data.icon);
        if ("search" in data) { $(".search").classList.add("open"); $("#search").focus(); }
        if (data.openDialog) {
            event.preventDefault();
            const dialog = document.getElementById(data.openDialog);
            // data-fill-name="…" of the button goes into what carries data-slot="name" in the dialog.
            all("[data-slot]", dialog).forEach(slot => {
                const value = data["fill" + slot.dataset.slot[0].toUpperCase() + slot.dataset.slot.slice(1)];
                if (value !== undefined) slot[/^(INPUT|SELECT)$/.test(slot.tagName) ? "value" : "textContent"] = value;
            });
            dialog.showModal();
        }
        if ("closeDialog" in data) target.closest("dialog").close();
        // Facelets leaves out an attribute that is empty.
        if ("copy" in data || data.copyFrom) {
            const text = data.copyFrom ? document.getElementById(data.copyFrom).textContent : data.copy;
            copy(text).then(() => toast(document.body.dataset.copied || "Copied"));
        }
        // A row that is drawn anew all the time presses a button outside of it.
        if (data.press) document.getElementById(data.press).click();
        if (data.showPassword) {
            const field = document.getElementById(data.showPassword);
            const shown = field.type === "password";
            field.type = shown ? "text" : "password";
            target.setAttribute("aria-pressed", shown);
        }
        if (data.hide) { cookie(data.hide, "hidden"); target.closest("[data-hideable]").remove(); }
        if (data.look) {
            // data-look="dir=rtl" sets an attribute of a preview, or takes it away again; the others of its name let go.
            const [name, value] = data.look.split("=");
            const box = document.getElementById(data.of);
            const on = box.getAttribute(name) !== value || name === "data-values";
            if (on) box.setAttribute(name, value); else box.removeAttribute(name);
            all(`[data-look^="${name}="]`).forEach(button => button.setAttribute("aria-pressed", on && button === target));
        }
        if (data.view) {
            const box = target.closest("[data-views]");
            all("[data-view]", box).forEach(button => button.setAttribute("aria-pressed", button === target));
            all("[data-shows]", box).forEach(part => { part.hidden = part.dataset.shows !== data.view; });
        }
    });

    document.addEventListener("keydown", event => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && $("#search")) {
            event.preventDefault();
            $(".search").classList.add("open");
            $("#search").focus();
        }
        const menu = $("#side.open");
        if (event.key === "Escape") {
            all("details.pop[open]").forEach(open => { open.open = false; $("summary", open).focus(); });
            if (menu) side(false);
            if (document.activeElement?.id === "search") { document.activeElement.blur(); $(".search").classList.remove("open"); }
        }
        if (event.key === "Tab" && menu) {
            const stops = all("a[href], button", menu).filter(stop => stop.offsetParent);
            const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
            if (document.activeElement === edge) { event.preventDefault(); (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus(); }
        }
    });
    document.addEventListener("focusout", event => {
        if (event.target.id === "search") setTimeout(() => $(".search").classList.remove("open"), 150);
    });

    // A draft: preview and checks follow the keys after a moment. What changes the fields themselves draws them anew.
    let draftLater;
    let written = 0;
    let asked = 0;
    const draft = ask => { clearTimeout(draftLater); draftLater = setTimeout(() => window[ask](), 350); };
    document.addEventListener("input", event => {
        const field = event.target;
        if (!field.closest("form[data-draft]") || field.type === "file") return;
        written++;
        clearTimeout(draftLater);
        const ask = "reshape" in field.dataset ? "chasquiShape" : field.closest("[data-samples]") ? "chasquiSample" : "chasquiDraft";
        if (ask === "chasquiShape") reshape(field); else draft(ask);
    });
    window.chasquiAsked = () => { asked = written; };
    /** Asked with each answer to a draft: whether it is left aside, because it would draw over what was written meanwhile. */
    window.chasquiOvertaken = () => {
        const isOvertaken = written !== asked;
        if (isOvertaken) draft("chasquiDraft");
        return isOvertaken;
    };
    // What is written in fields that are about to be drawn anew would be lost: until then nobody can write in them.
    let reshaped = "";
    const fields = () => document.getElementById("editor:fields");
    function reshape(field) {
        reshaped = field.id;
        fields().inert = true;
        setTimeout(() => window.chasquiShape());
    }
    window.chasquiShaped = () => {
        fields().inert = false;
        document.getElementById(reshaped)?.focus();
        window.chasquiShowCard();
    };

    // The card of a carousel that is being written is the one that the preview shows.
    let card = 0;
    window.chasquiShowCard = () => all(".preview-phone .bubble-cards").forEach(row => {
        const shown = row.children[Math.min(card, row.children.length - 1)];
        row.scrollLeft += shown.getBoundingClientRect().left - row.getBoundingClientRect().left;
    });
    document.addEventListener("focusin", event => {
        const box = event.target.closest("[data-card]");
        if (!box) return;
        card = Number(box.dataset.card);
        window.chasquiShowCard();
    });

    // A file is kept as soon as it is chosen; the form only carries its id and its name, in two hidden fields.
    document.addEventListener("change", async event => {
        const box = event.target.type === "file" && event.target.closest(".upload[data-upload]");
        const file = box && event.target.files[0];
        if (!file) return;
        const say = text => { $("[data-upload-error]", box).textContent = text; };
        $("[data-upload-name]", box).textContent = box.dataset.busy;
        say("");
        let kept;
        try {
            const answer = await fetch(`${box.dataset.upload}?name=${encodeURIComponent(file.name)}`, {
                method: "POST", body: file, headers: { "X-Chasqui": "upload", "Content-Type": file.type || "application/octet-stream" },
            });
            kept = await answer.json();
        } catch {
            kept = { error: box.dataset.failed };
        }
        if (!kept.error && !event.target.accept.split(",").includes(kept.mime)) kept = { error: box.dataset.wrong.replace("{0}", kept.mime) };
        event.target.value = "";
        $("[data-upload-name]", box).textContent = file.name;
        if (kept.error) { say(kept.error); return; }
        const [id, name] = all("input[type=hidden]", box);
        id.value = kept.id;
        name.value = file.name;
        const button = $("[data-upload-button]", box);
        button.textContent = button.dataset.uploadButton;
        if (kept.mime.startsWith("image/")) {
            $(".upload-mark", box).replaceWith(Object.assign(document.createElement("img"), { className: "upload-mark", alt: "", src: `${box.dataset.upload}?id=${kept.id}` }));
        }
        // The fields stay as they are: somebody may be writing in them by now.
        if (box.closest("form[data-draft]")) window.chasquiSample();
    });

    // Filters: each change is a new address. Empty fields stay out of it.
    document.addEventListener("change", event => {
        const form = event.target.closest("form[data-filter]");
        if (form && !event.target.matches("[data-no-submit]")) form.requestSubmit();
    });
    document.addEventListener("submit", event => {
        if (event.target.matches("form[data-filter]")) {
            all("input, select", event.target).forEach(field => { if (!field.value || field.value === "any") field.disabled = true; });
        }
    });
    window.addEventListener("pageshow", () => all("form[data-filter] :disabled").forEach(field => { field.disabled = false; }));

    // Live: a hint says only "look again". We look at most once a second, only while somebody can see it, and every
    // twenty seconds without a hint, because a hint may get lost and another node gives none.
    const IDLE = 20000;
    let last = Date.now();
    let timer = 0;
    let busy = false;
    // A hint that came while we could not look: what it told of is still to be seen.
    let missed = false;
    let pressed = false;
    let leaving = false;
    let before = new Set();
    // PrimeFaces gives forms their nonce a moment after the document is ready, and refuses what is posted without it.
    window.chasquiReady = () => Boolean(window.PrimeFaces?.csp.NONCE_VALUE);
    // What is drawn anew stops playing.
    const plays = () => all("audio, video").some(part => !part.paused);
    const paused = () => document.hidden || !window.chasquiReady() || $("[data-live-switch]:not(:checked)") || $("dialog[open], main details.pop[open]") || plays() || pressed || leaving;
    const rows = () => all("[data-row]").map(row => row.dataset.row);
    // What is drawn anew loses the focus: whoever goes through a table by keys is put back to where they were.
    let held = "";
    function place(element) {
        const known = [...(element?.attributes || [])].filter(one => one.name === "href" || one.name.startsWith("data-"));
        return known.length ? element.localName + known.map(one => `[${one.name}="${CSS.escape(one.value)}"]`).join("") : "";
    }

    // A button that is drawn anew between press and release gets no click.
    document.addEventListener("pointerdown", event => { pressed = event.button === 0; }, true);
    // The click comes after the release, in the same turn.
    const release = () => setTimeout(() => { pressed = false; });
    ["pointerup", "pointercancel"].forEach(end => document.addEventListener(end, release, true));
    window.addEventListener("blur", release);
    // What the server says on the next page waits in a cookie, and a look on the way there would take it. A download leaves no page.
    window.addEventListener("beforeunload", () => {
        leaving = true;
        setTimeout(() => { leaving = false; }, IDLE);
        // One that is on its way already would answer with a cookie of its own.
        if (busy) window.PrimeFaces.ajax.Queue.abortAll();
    });
    /** Asked with each answer to a look: whether it is left aside because somebody is about to click. */
    window.chasquiHeld = () => {
        missed ||= pressed;
        return pressed;
    };

    function look() {
        timer = 0;
        if (typeof window.chasquiRefresh !== "function") return;
        missed = busy || Boolean(paused());
        if (missed) return;
        busy = true;
        last = Date.now();
        before = new Set(rows());
        held = place(document.activeElement);
        window.chasquiRefresh();
    }
    window.chasquiHint = () => {
        if (!timer) timer = setTimeout(look, Math.max(0, 1000 - (Date.now() - last)));
    };
    window.chasquiRefreshed = () => {
        busy = false;
        if (held && document.activeElement === document.body) $(held)?.focus({ preventScroll: true });
        // A sign inside of what was drawn anew knows nothing of the connection.
        sign(isOpen);
        if (before.size || $("[data-row]")) {
            all("[data-row]").forEach(row => row.classList.toggle("is-new", !before.has(row.dataset.row)));
        }
    };
    let isOpen = false;
    function sign(on) {
        isOpen = on;
        all("[data-live-sign]").forEach(part => {
            part.classList.toggle("off", !on);
            part.lastElementChild.textContent = on ? part.dataset.on : part.dataset.off;
        });
    }
    // What happened while the page was on its way, nobody has told it.
    window.chasquiOpen = () => { sign(true); window.chasquiHint(); };
    window.chasquiClosed = () => sign(false);
    document.addEventListener("visibilitychange", () => { if (!document.hidden && Date.now() - last > 1000) window.chasquiHint(); });
    document.addEventListener("pause", () => window.chasquiHint(), true);
    document.addEventListener("close", event => { if (event.target instanceof HTMLDialogElement) window.chasquiHint(); }, true);
    setInterval(() => { if (Date.now() - last > IDLE) { busy = false; look(); } }, 2000);
    setInterval(() => { if (missed && !busy && !paused()) window.chasquiHint(); }, 250);

    const FIELDS = "input:not([type=hidden]), select, textarea";
    /** What the server refused is marked as such, and the first such field of the form gets the focus. */
    function markRefused() {
        const refused = all(".field").filter(field => {
            const bad = Boolean($(".field-error:not([hidden])", field));
            all(FIELDS, field).forEach(input => (bad ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid")));
            return bad;
        });
        const field = refused.length ? $(FIELDS, refused[0]) : null;
        // Not while somebody writes elsewhere: a page also looks for news by itself.
        if (field && !document.activeElement?.matches(FIELDS)) field.focus();
    }

    document.addEventListener("DOMContentLoaded", () => {
        all("dialog[data-open]").forEach(dialog => dialog.showModal());
        markRefused();
        window.jQuery?.(document).on("pfAjaxComplete", markRefused);
    });
})();
