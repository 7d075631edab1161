/* Opens Meta's window by Meta's own SDK, and tells the server what comes out of it: the code by the login's callback, the
   choice by a message; in either order, and each perhaps never. Against the sandbox only the SDK's address is another. */
(() => {
    "use strict";
    const box = document.querySelector("[data-signup]");
    if (!box) return;
    const data = box.dataset;
    const isHosted = "hosted" in data;
    const isSandbox = data.sandbox === "true";
    const PATIENCE = 4000;
    let run = data.run || null;
    let heard = false;
    let queue = Promise.resolve();
    let sdk = null;

    function fail(text) {
        const line = document.getElementById("signupError");
        if (line) { line.textContent = text; line.hidden = false; }
    }

    // One after another, in the order in which things happened.
    function tell(signal) {
        queue = queue.catch(() => {}).then(async () => {
            const answer = await fetch(data.signal, {
                method: "POST", keepalive: true,
                headers: { "Content-Type": "application/json", "X-Requested-With": "chasqui" },
                body: JSON.stringify({ id: run, ...signal })
            });
            // Signed out meanwhile: the page leads to the sign-in and back.
            if (answer.redirected) { location.reload(); return {}; }
            const body = await answer.json();
            if (!answer.ok) throw new Error(body.error.message);
            return body;
        });
        return queue;
    }

    const wait = millis => new Promise(done => setTimeout(done, millis));
    async function show() {
        await queue.catch(() => {});
        if (isHosted) location.reload(); else location.assign(data.then + run);
    }

    // https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/implementation
    function isOfMeta(origin) {
        if (isSandbox) return origin === location.origin;
        try {
            const url = new URL(origin);
            return url.protocol === "https:" && (url.hostname === "facebook.com" || url.hostname.endsWith(".facebook.com"));
        } catch { return false; }
    }
    window.addEventListener("message", event => {
        if (!isOfMeta(event.origin) || typeof event.data !== "string") return;
        let news;
        try { news = JSON.parse(event.data); } catch { return; }
        if (news.type !== "WA_EMBEDDED_SIGNUP" || !(run || isHosted)) return;
        heard = true;
        tell({ kind: "event", event: event.data }).catch(error => fail(error.message));
    });

    function load() {
        sdk ??= new Promise((loaded, broken) => {
            window.fbAsyncInit = () => {
                window.FB.init({ appId: data.app, autoLogAppEvents: true, xfbml: true, version: data.version });
                loaded(window.FB);
            };
            const script = document.createElement("script");
            Object.assign(script, { src: data.sdk, async: true, defer: true, onerror: () => broken(new Error(data.blocked)) });
            if (!isSandbox) script.crossOrigin = "anonymous";
            document.head.append(script);
        });
        return sdk;
    }

    async function finish(code) {
        try {
            await tell(code ? { kind: "code", code } : { kind: "closed" });
        } catch (error) {
            fail(error.message);
            return;
        }
        for (let waited = 0; code && !heard && waited < PATIENCE; waited += 100) await wait(100);
        show();
    }

    async function launch(button) {
        run = isHosted ? null : button.dataset.launch || data.fresh;
        heard = false;
        const inApp = isHosted ? data.inApp === "true" : button.dataset.launch ? button.dataset.inApp === "true" : document.getElementById("inApp").checked;
        let FB;
        try { FB = await load(); } catch (error) { fail(error.message); return; }
        // Not awaited: a window may only be opened while the click is fresh.
        tell({ kind: "opened", coexistence: inApp }).catch(error => fail(error.message));
        FB.login(response => { finish(response?.authResponse?.code); }, {
            config_id: data.config,
            response_type: "code",
            override_default_response_type: true,
            extras: { setup: {}, featureType: inApp ? "whatsapp_business_app_onboarding" : "", sessionInfoVersion: "3" }
        });
    }

    document.addEventListener("click", event => {
        const button = event.target.closest("[data-launch]");
        if (button) launch(button);
    });
    // The window must open within the click: the SDK is there before it.
    if (document.querySelector("[data-launch]")) load().catch(() => {});

    document.addEventListener("submit", event => {
        if (!event.target.matches("form[data-retry]")) return;
        event.preventDefault();
        tell({ kind: "retry", ...Object.fromEntries(new FormData(event.target)) }).then(show, error => fail(error.message));
    });

    async function follow() {
        for (;;) {
            await wait(700);
            try {
                const status = await (await fetch(data.signal + "?status", { cache: "no-store" })).json();
                if (status.state !== "running" || String(status.behind) !== data.behind) { location.reload(); return; }
            } catch { await wait(2000); }
        }
    }
    if (data.hosted === "running") follow();
    // A hint may have gone out while the page was on its way: as long as a run goes on, the page looks by itself.
    if (!isHosted) setInterval(() => { if (document.querySelector('#saga[data-state="running"]')) window.chasquiHint?.(); }, 1500);
})();
