/* Embedded Signup's window: asks what Meta's asks, and tells the page that has opened it what Meta's tells. */
(() => {
    "use strict";
    const $ = id => document.getElementById(id);
    const steps = [...document.querySelectorAll("[data-step]")];
    const isCoexistence = new URLSearchParams(location.search).get("feature") === "whatsapp_business_app_onboarding";
    const LATE = 1500;
    let at = 0;
    let accounts = [];

    // As Meta sends it: text, which the page parses.
    const send = news => window.opener?.postMessage(JSON.stringify({ type: "WA_EMBEDDED_SIGNUP", version: 3, ...news }), location.origin);
    const give = code => window.opener?.postMessage({ chasquiSandboxCode: code }, location.origin);
    const wait = millis => new Promise(done => setTimeout(done, millis));

    function show(step) {
        at = step;
        steps.forEach((section, index) => { section.hidden = index !== step; });
        $("back").hidden = step === 0;
        $("next").textContent = step === steps.length - 1 ? "Finish" : "Continue";
        $("error").hidden = true;
        steps[step].querySelector("input, select")?.focus();
    }

    function cancel(data) {
        send({ event: "CANCEL", data });
        setTimeout(() => window.close(), 150);
    }

    function fillNumbers() {
        const account = accounts.find(one => one.id === $("account").value);
        $("accountNameField").hidden = Boolean(account);
        $("number").replaceChildren(new Option("Add a new one", ""), ...(account?.numbers ?? []).map(one => new Option(`${one.number} · ${one.name}`, one.id)));
        $("newNumber").hidden = false;
    }

    async function finish() {
        const answer = await fetch("finish", {
            method: "POST",
            headers: { "Content-Type": "application/json", "X-Requested-With": "chasqui-signup" },
            body: JSON.stringify({
                waba_id: $("account").value, account_name: $("accountName").value,
                phone_number_id: $("number").value, number: $("digits").value, display_name: $("displayName").value,
                coexistence: isCoexistence, trouble: $("trouble").value,
                permissions: [...document.querySelectorAll("[name=permission]:checked")].map(box => box.value)
            })
        });
        const result = await answer.json();
        if (!answer.ok) { $("error").textContent = result.error; $("error").hidden = false; return; }
        $("wizard").hidden = true;
        $("closing").hidden = false;
        const news = isCoexistence
            ? { event: "FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING", data: { waba_id: result.waba_id } }
            : { event: "FINISH", data: { phone_number_id: result.phone_number_id, waba_id: result.waba_id, business_id: result.business_id } };
        const trouble = $("trouble").value;
        if (!["late_event", "no_event"].includes(trouble)) send(news);
        await wait(100);
        if (trouble !== "no_code") give(result.code);
        if (trouble === "late_event") { await wait(LATE); send(news); }
        await wait(150);
        window.close();
    }

    $("wizard").addEventListener("submit", event => {
        event.preventDefault();
        if (at < steps.length - 1) show(at + 1); else finish();
    });
    $("back").addEventListener("click", () => show(at - 1));
    $("cancel").addEventListener("click", () => cancel({ current_step: steps[at].dataset.step }));
    $("report").addEventListener("click", () => cancel({
        error_message: "Your business could not be verified.", error_id: "524126",
        session_id: "f34b51dab5e0498", timestamp: String(Math.floor(Date.now() / 1000))
    }));
    $("account").addEventListener("change", fillNumbers);
    $("number").addEventListener("change", () => { $("newNumber").hidden = $("number").value !== ""; });
    // Closing the window's frame says nothing at Meta, either: the page sees that it is gone.
    if (isCoexistence) $("feature").textContent = "Your number stays in the WhatsApp Business app and is shared with this gateway. This window plays Meta’s: nothing leaves your server.";

    fetch("accounts").then(answer => answer.json()).then(list => {
        accounts = list.accounts;
        $("account").append(...accounts.map(one => new Option(one.name, one.id)));
    });
    show(0);
})();
