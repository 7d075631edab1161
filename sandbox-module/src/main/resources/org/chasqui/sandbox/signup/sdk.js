/* Plays Meta's JavaScript SDK as far as Embedded Signup needs it: FB.init, and FB.login, which opens the window and calls
   back with the code, or without one when the window is closed. */
(() => {
    "use strict";
    const here = document.currentScript.src.replace(/sdk\.js.*$/, "");
    const LOOK = 300;
    let open = null;

    function login(callback, options) {
        const extras = options.extras ?? {};
        const query = new URLSearchParams({
            config_id: options.config_id ?? "",
            feature: extras.featureType ?? "",
            session: extras.sessionInfoVersion ?? ""
        });
        if (open && !open.window.closed) open.window.close();
        const made = window.open(`${here}?${query}`, "_blank", "popup,width=560,height=720");
        const finish = response => {
            if (open?.window !== made) return;
            clearInterval(open.timer);
            open = null;
            callback(response);
        };
        if (!made) { callback({ authResponse: null, status: "unknown" }); return; }
        open = {
            window: made, finish,
            timer: setInterval(() => { if (made.closed) finish({ authResponse: null, status: "unknown" }); }, LOOK)
        };
    }

    window.addEventListener("message", event => {
        const code = event.origin === new URL(here).origin ? event.data?.chasquiSandboxCode : undefined;
        if (code && open?.window === event.source) open.finish({ authResponse: { code, userID: null, expiresIn: null }, status: "connected" });
    });

    window.FB = { init() {}, login };
    window.fbAsyncInit?.();
})();
