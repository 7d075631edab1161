/* Sends the example that is chosen as a client would: with the token of its field, and nothing of the session. */
(() => {
    "use strict";
    document.addEventListener("DOMContentLoaded", () => {
        const box = document.querySelector("[data-try]");
        if (!box) return;
        const $ = selector => box.querySelector(selector);
        const choice = $("[data-try-choice]");
        const status = $("[data-try-status]");
        const curl = $("[data-try-curl]");

        function call() {
            const part = $("[data-try-shows].on");
            return { method: part.dataset.method, path: part.dataset.path, body: part.querySelector("textarea")?.value, token: $("[data-try-token]").value.trim() };
        }

        // The button that copies takes what it is told beforehand.
        function renew() {
            const { method, path, body, token } = call();
            const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
            const lines = [`curl -X ${method} ${quoted(box.dataset.tryUrl + path)}`, `-H ${quoted("access-token: " + (token || "YOUR_TOKEN"))}`];
            if (body) lines.push("-H 'Content-Type: application/json'", `-d ${quoted(body)}`);
            curl.dataset.copy = lines.join(" \\\n  ");
        }

        function show() {
            box.querySelectorAll("[data-try-shows]").forEach(part => part.classList.toggle("on", part.dataset.tryShows === choice.value));
            renew();
        }

        function say(code, colour, text) {
            status.hidden = !code;
            status.className = `pill ${colour}`;
            status.textContent = code;
            $("[data-try-answer]").textContent = text;
        }

        function pretty(text) {
            try {
                return JSON.stringify(JSON.parse(text), null, 2);
            } catch {
                return text;
            }
        }

        async function send() {
            const { method, path, body, token } = call();
            try {
                const headers = { "access-token": token };
                if (body) headers["Content-Type"] = "application/json";
                // Facelets leaves out what is empty.
                const answer = await fetch((box.dataset.tryRoot ?? "") + path, { method, body, headers, credentials: "omit" });
                say(answer.status, answer.ok ? "green" : "red", pretty(await answer.text()));
            } catch {
                say("", "", box.dataset.failed);
            }
        }

        choice.addEventListener("change", show);
        box.addEventListener("input", renew);
        $("[data-try-send]").addEventListener("click", send);
        show();
    });
})();
