package org.chasqui.platform.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses that customers gave. A name is resolved once for each connection, all its addresses are checked, and
 * the connection goes to one of just those (no second look-up that could say something else), with the name in TLS and in
 * the Host header. No redirect, no proxy, no cookie, no second try; head and body of the answer are read up to a limit,
 * and the whole call ends in time whatever the other side does. Only two things are beyond that time: the look-up of the
 * name, which is the operating system's, and that each of a few addresses is tried for the connect timeout.
 */
public final class OutgoingClient implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 512;
    private static final int MOST_PER_HOST = 64;

    /** Connections to who is not called any more are closed, rather than left half open when the other side closes them. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    /** What the head of an answer may have; without these the other side could send one line until the heap is full. */
    private static final Http1Config HEAD =
            Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();

    private static final RequestConfig REQUESTS = RequestConfig.custom()
            .setRedirectsEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .build();

    private final OutgoingRules rules;
    private final UrlGuard guard;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    OutgoingClient(OutgoingRules rules, AddressResolver resolver) {
        this.rules = rules;
        this.guard = new UrlGuard(rules, resolver);
        this.client = build(rules, guard);
        this.deadlines = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "chasqui-outgoing-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** A client with these rules; whoever makes one closes it. The installation's own is a bean. */
    public static OutgoingClient of(OutgoingRules rules) {
        return new OutgoingClient(rules, InetAddress::getAllByName);
    }

    /**
     * A client of its own for addresses that the operator himself has named in the configuration: they may be on http, on any
     * port, on this machine and in private networks. Never for what a customer typed.
     */
    public OutgoingClient forOwnNetwork() {
        return of(new OutgoingRules(true, rules.ports(), rules.connectTimeout(), rules.totalTimeout()));
    }

    /**
     * A call.
     *
     * @param method for example POST
     * @param body what to send; empty for none
     * @param readLimit bytes of the answer that are read at most
     * @param timeout how long all of it may take; null for as long as the rules say, which is also the most
     */
    public record Call(
            String method,
            URI url,
            Map<String, String> headers,
            byte[] body,
            int readLimit,
            @Nullable Duration timeout) {
        /** A call that may take as long as any. */
        public Call(String method, URI url, Map<String, String> headers, byte[] body, int readLimit) {
            this(method, url, headers, body, readLimit, null);
        }

        /** The same call, ended after this time; null for as long as any. */
        public Call within(@Nullable Duration wanted) {
            return new Call(method, url, headers, body, readLimit, wanted);
        }
    }

    /**
     * An answer.
     *
     * @param headers names in lower case; the last of those that came twice
     * @param body the first bytes
     * @param isCut whether there was more than was read
     */
    public record Answer(int status, Map<String, String> headers, byte[] body, boolean isCut) {}

    /** Whether addresses of a developer's machine may be called, too: with http, any port, loopback, private networks. */
    public boolean allowsInsecure() {
        return rules.allowsInsecure();
    }

    /**
     * Checks an address that somebody wants to be called later. A name that does not exist yet passes.
     *
     * @throws UrlRefused with the reason
     */
    public URI check(String url) {
        var uri = guard.checkForm(url);
        try {
            guard.addressesOf(uri.getHost());
        } catch (UnknownHostException notYet) {
            // It may be made later; each call looks again.
        }
        return uri;
    }

    /**
     * Calls, within the time that is configured for webhooks, or less where the call says so.
     *
     * @throws UrlRefused when the address may not be called; no connection was made then
     * @throws IOException when there was no complete answer: no such host, no connection, broken off, too slow
     */
    public Answer call(Call call) throws IOException {
        var wanted = call.timeout();
        var most = rules.totalTimeout();
        return call(call, wanted == null || wanted.compareTo(most) > 0 ? most : wanted);
    }

    /**
     * Calls.
     *
     * @param timeout how long the whole call may take, whatever is configured for webhooks
     * @throws UrlRefused when the address may not be called; no connection was made then
     * @throws SocketTimeoutException when it took longer
     * @throws IOException when there was no complete answer for another reason: no such host, no connection, broken off
     */
    public Answer call(Call call, Duration timeout) throws IOException {
        var url = guard.checkForm(call.url().toString());
        var request = new HttpUriRequestBase(call.method(), url);
        request.setConfig(RequestConfig.copy(REQUESTS)
                .setConnectionRequestTimeout(Timeout.of(timeout))
                .setResponseTimeout(Timeout.of(timeout))
                .build());
        call.headers().forEach(request::setHeader);
        if (call.body().length > 0) {
            var type = call.headers().get("Content-Type");
            request.setEntity(new ByteArrayEntity(
                    call.body(), type == null ? ContentType.APPLICATION_OCTET_STREAM : ContentType.parse(type)));
        }
        var deadline = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return execute(request, call.readLimit());
        } catch (IOException failed) {
            throw request.isCancelled() ? tooSlow(timeout) : failed;
        } catch (HttpException unreadable) {
            throw new IOException("not an HTTP answer: " + unreadable.getMessage(), unreadable);
        } finally {
            deadline.cancel(false);
        }
    }

    private static SocketTimeoutException tooSlow(Duration timeout) {
        return new SocketTimeoutException("no complete answer within " + timeout);
    }

    @SuppressWarnings("resource") // Closed in the end, after what is left of a long answer has been cut off.
    private Answer execute(HttpUriRequestBase request, int limit) throws IOException, HttpException {
        var response = client.executeOpen(RoutingSupport.determineHost(request), request, null);
        boolean isCut = false;
        try {
            var entity = response.getEntity();
            var body = new byte[0];
            if (entity != null) {
                var in = entity.getContent();
                body = in.readNBytes(limit);
                isCut = body.length == limit && in.read() >= 0;
            }
            return new Answer(response.getCode(), headersOf(response), body, isCut);
        } finally {
            if (isCut) {
                // Closing politely would read to the end, and there may be none.
                request.cancel();
            }
            close(response);
        }
    }

    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException cutOff) {
            // We did that.
        }
    }

    private static Map<String, String> headersOf(ClassicHttpResponse response) {
        var headers = new TreeMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    private static CloseableHttpClient build(OutgoingRules rules, UrlGuard guard) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedDns(guard))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEAD)
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_PER_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(rules.connectTimeout()))
                        .setSocketTimeout(Timeout.of(rules.totalTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(REQUESTS)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .setUserAgent("Chasqui")
                .build();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        deadlines.shutdownNow();
    }

    /** The only place where a name becomes an address. */
    private record GuardedDns(UrlGuard guard) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return guard.addressesOf(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
