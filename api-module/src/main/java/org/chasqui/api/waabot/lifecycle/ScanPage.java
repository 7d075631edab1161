package org.chasqui.api.waabot.lifecycle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.chasqui.api.dialects.Answer;

/** The page that shows a QR code to people. It looks again by itself, so that it tells when the number is connected. */
final class ScanPage {
    private static final int SECONDS = 10;

    private static final String STYLE = """
            :root{color-scheme:light dark;--back:#f6f7f9;--card:#fff;--text:#14181f;--soft:#566072;--line:#dfe3ea;--link:#0b57d0}
            @media(prefers-color-scheme:dark){:root{--back:#0f1216;--card:#181c22;--text:#e8ebf0;--soft:#9aa4b5;--line:#2a303a;--link:#8ab4f8}}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--back);color:var(--text);
            font:16px/1.5 system-ui,sans-serif}
            main{width:100%;max-width:420px;padding:32px;border:1px solid var(--line);border-radius:16px;background:var(--card);
            text-align:center}
            h1{margin:0 0 4px;font-size:22px;line-height:1.3}
            .name{margin:0 0 20px;color:var(--soft);overflow-wrap:anywhere}
            svg{width:100%;max-width:300px;border-radius:12px}
            .words{margin:20px 0 12px;color:var(--soft);font-size:14px;text-align:left}
            a{color:var(--link);overflow-wrap:anywhere;font-size:14px}
            """;

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private ScanPage() {}

    static Answer of(QrAnswer qr) {
        var page = """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="%d">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main data-purpose="%s">
                <h1>%s</h1>
                <p class="name">%s</p>
                <div role="img" aria-label="QR code">%s</div>
                <p class="words">%s</p>
                <a href="%s" rel="noreferrer">%s</a>
                </main>
                </body>
                </html>
                """.formatted(
                        SECONDS,
                        escaped(qr.purpose().title()),
                        STYLE,
                        qr.purpose().wireName(),
                        escaped(qr.purpose().title()),
                        escaped(qr.name()),
                        qr.svg(),
                        escaped(qr.purpose().words()),
                        escaped(qr.url()),
                        escaped(qr.url()));
        return Answer.bytes(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", POLICY)
                // The address holds the credentials of the instance.
                .with("Referrer-Policy", "no-referrer");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
