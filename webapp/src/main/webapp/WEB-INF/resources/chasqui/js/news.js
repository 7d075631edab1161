/* The sandbox's webhooks on demand. It talks with the sandbox's control API and never with Chasqui. */
(() => {
    "use strict";
    const box = document.getElementById("news");
    if (!box) return;
    const api = box.dataset.api;
    const texts = JSON.parse(box.dataset.texts);
    const $ = id => document.getElementById(id);
    const text = (key, ...values) => (texts[key] || key).replace(/\{(\d)\}/g, (_, i) => values[i]);
    const state = { kinds: [], wabas: [], kind: null, cursor: 0 };

    async function call(path, method = "GET", body) {
        const answer = await fetch(api + path, {
            method,
            headers: { "X-Requested-With": "chasqui", ...(body ? { "Content-Type": "application/json" } : {}) },
            body: body && JSON.stringify(body),
        });
        if (answer.status === 401) { location.reload(); throw new Error("401"); }
        const json = await answer.json().catch(() => null);
        if (!answer.ok) throw new Error(json?.error?.message || answer.status);
        return json;
    }
    function say(words, bad) {
        $("done").textContent = words;
        $("done").className = `news-done small ${bad ? "field-error" : "second"}`;
    }
    function option(value, label) {
        return Object.assign(document.createElement("option"), { value, textContent: label });
    }
    const account = () => state.wabas.find(waba => waba.id === $("account").value);

    function drawKinds() {
        for (const kind of state.kinds) {
            const button = document.createElement("button");
            button.type = "button";
            button.dataset.kind = kind.kind;
            button.setAttribute("aria-pressed", "false");
            button.append(kind.title, Object.assign(document.createElement("small"), { textContent: kind.kind }));
            button.addEventListener("click", () => choose(kind));
            $("kinds").querySelector(`[data-about=${kind.about}]`).append(button);
        }
    }
    function choose(kind) {
        state.kind = kind;
        $("kinds").querySelectorAll("button").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.kind === kind.kind)));
        $("field").textContent = kind.field;
        $("value").value = JSON.stringify(kind.value, null, 2);
        $("numberField").hidden = kind.about !== "number";
        $("templateField").hidden = kind.about !== "template";
        $("send").disabled = false;
        say("");
    }
    function drawAccounts() {
        $("account").replaceChildren(...state.wabas.map(waba => option(waba.id, waba.name)));
        // The workspace's own account first: nobody here hears what is told of the others.
        const ours = box.dataset.numbers.split(" ");
        const own = state.wabas.find(waba => waba.numbers.some(number => ours.includes(number.id)));
        if (own) $("account").value = own.id;
        drawParts();
    }
    function drawParts() {
        const waba = account();
        $("number").replaceChildren(...(waba?.numbers || []).map(number => option(number.id, `${number.verified_name} · +${number.number}`)));
        $("template").replaceChildren(...(waba?.templates || []).map(one => option(`${one.name}\n${one.language}`, `${one.name} (${one.language}), ${one.status}`)));
    }
    async function send() {
        let value;
        try {
            value = JSON.parse($("value").value);
        } catch (error) {
            say(text("json", error.message), true);
            return;
        }
        const wish = { kind: state.kind.kind, value, only_tell: $("only").checked };
        if (state.kind.about === "number") wish.number = $("number").value;
        if (state.kind.about === "template") [wish.template, wish.language] = $("template").value.split("\n");
        try {
            const told = await call(`/wabas/${$("account").value}/news`, "POST", wish);
            say(text("sent", told.field));
            // The first look may come before the answer to the webhook.
            await watch();
            setTimeout(() => watch().catch(() => {}), 1500);
        } catch (error) {
            say(text("failed", error.message), true);
        }
    }
    async function watch() {
        const { cursor, entries } = await call(`/log?after=${state.cursor}&limit=200`);
        state.cursor = cursor;
        const fresh = entries.filter(entry => entry.kind === "webhook" && !entry.title.startsWith("messages"));
        if (!fresh.length) return;
        $("log").querySelector(".log-empty")?.remove();
        for (const entry of fresh) {
            const line = document.createElement("li");
            const time = Object.assign(document.createElement("time"), { className: "third mono", textContent: new Date(entry.at).toLocaleTimeString("en-GB") });
            const what = document.createElement("div");
            what.append(Object.assign(document.createElement("b"), { textContent: entry.title }), Object.assign(document.createElement("div"), { className: "third small", textContent: entry.detail }));
            line.append(time, what, Object.assign(document.createElement("span"), { className: "third small num", textContent: entry.millis === null ? "" : `${entry.millis} ms` }));
            $("log").prepend(line);
        }
        while ($("log").children.length > 30) $("log").lastChild.remove();
    }
    $("account").addEventListener("change", drawParts);
    $("tell").addEventListener("submit", event => { event.preventDefault(); send(); });
    (async () => {
        [state.kinds, state.wabas] = await Promise.all([call("/news"), call("/wabas")]);
        drawKinds();
        drawAccounts();
        choose(state.kinds[0]);
        box.dataset.ready = "true";
        await watch();
    })().catch(error => say(text("failed", error.message), true));
})();
