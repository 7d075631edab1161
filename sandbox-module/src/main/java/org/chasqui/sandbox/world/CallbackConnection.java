package org.chasqui.sandbox.world;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One keep-alive connection to a callback, for POST of JSON and nothing else. The JDK's clients either keep five
 * connections per host and repeat a POST silently (HttpURLConnection), or cost several times the processor time
 * (java.net.http); the sandbox shares its processor with the product that it tests. Not shared between threads.
 */
final class CallbackConnection implements Closeable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;
    private static final int MAX_ANSWER = 1 << 20;

    private final URI uri;
    private final byte[] head;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    CallbackConnection(URI uri) {
        this.uri = uri;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        head = ("POST " + path + query + " HTTP/1.1\r\nHost: " + uri.getRawAuthority()
                        + "\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\nContent-Type: application/json\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Posts a body and answers the HTTP status. A kept connection that the other side has closed meanwhile is replaced
     * once; then the body may arrive twice, as with Meta.
     *
     * @throws IOException when there is no connection, or no whole answer within 20 s
     */
    int post(byte[] body, String signature) throws IOException {
        if (socket != null) {
            try {
                return exchange(body, signature);
            } catch (StaleConnection e) {
                close();
            }
        }
        connect();
        try {
            return exchange(body, signature);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Whether the connection can take another request. */
    boolean isOpen() {
        return socket != null;
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Closing a broken connection: there is nothing left to lose.
                return;
            }
        }
    }

    private void connect() throws IOException {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        Socket fresh = new Socket();
        try {
            fresh.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(READ_MILLIS);
            if (secure) {
                SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
                SSLSocket tls = (SSLSocket) factory.createSocket(fresh, uri.getHost(), port, true);
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                fresh = tls;
            }
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream(), 2048);
        out = fresh.getOutputStream();
    }

    private int exchange(byte[] body, String signature) throws IOException {
        byte[] rest = ("X-Hub-Signature-256: " + signature + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + rest.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(rest, 0, request, head.length, rest.length);
        System.arraycopy(body, 0, request, head.length + rest.length, body.length);
        String statusLine;
        try {
            out.write(request);
            out.flush();
            statusLine = line(true);
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new StaleConnection(e);
        }
        int status = statusOf(statusLine);
        while (status == 100) {
            while (!line(false).isEmpty()) {
                continue;
            }
            status = statusOf(line(false));
        }
        finish(status);
        return status;
    }

    private void finish(int status) throws IOException {
        long length = status == 204 || status == 304 ? 0 : -1;
        boolean chunked = false;
        boolean close = false;
        for (String header = line(false); !header.isEmpty(); header = line(false)) {
            int colon = header.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String value = header.substring(colon + 1).trim();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" ->
                    chunked = value.toLowerCase(Locale.ROOT).contains("chunked");
                case "connection" -> close = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        if (chunked) {
            skipChunks();
        } else if (length > MAX_ANSWER || length < 0) {
            close = true;
        } else {
            in.skipNBytes(length);
        }
        if (close) {
            close();
        }
    }

    private void skipChunks() throws IOException {
        while (true) {
            String size = line(false);
            int end = size.indexOf(';');
            long bytes = Long.parseLong((end < 0 ? size : size.substring(0, end)).trim(), 16);
            if (bytes > MAX_ANSWER) {
                throw new IOException("the callback answered with more than " + MAX_ANSWER + " bytes");
            }
            if (bytes == 0) {
                while (!line(false).isEmpty()) {
                    continue;
                }
                return;
            }
            in.skipNBytes(bytes + 2);
        }
    }

    private String line(boolean first) throws IOException {
        StringBuilder text = new StringBuilder(64);
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw first && text.isEmpty()
                        ? new EOFException("closed before an answer")
                        : new IOException("answer cut off");
            }
            if (b == '\n') {
                int length = text.length();
                return length > 0 && text.charAt(length - 1) == '\r' ? text.substring(0, length - 1) : text.toString();
            }
            text.append((char) b);
            if (text.length() > 16_384) {
                throw new IOException("the callback answered with a header line of more than 16 kB");
            }
        }
    }

    private static int statusOf(String statusLine) throws IOException {
        if (!statusLine.startsWith("HTTP/1.") || statusLine.length() < 12) {
            throw new IOException("the callback did not answer in HTTP");
        }
        try {
            return Integer.parseInt(statusLine.substring(9, 12));
        } catch (NumberFormatException e) {
            throw new IOException("the callback did not answer in HTTP", e);
        }
    }

    /** The other side closed the connection before it answered. */
    private static final class StaleConnection extends IOException {
        StaleConnection(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
