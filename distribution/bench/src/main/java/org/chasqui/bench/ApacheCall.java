package org.chasqui.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Apache HttpClient 5, classic and pooled, set up as the product's own sender. */
final class ApacheCall implements Call {
    private final CloseableHttpClient client;

    /** @param connections the most at a time */
    ApacheCall(int connections) {
        var pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(5))
                        .setSocketTimeout(Timeout.ofSeconds(60))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(60))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Chasqui-bench")
                .build();
    }

    @Override
    public Answer post(URI address, String bearer, byte[] json) throws IOException {
        return execute(new HttpPost(address), bearer, json);
    }

    /** @param headers names and values by turns */
    Answer post(URI address, String bearer, byte[] json, List<String> headers) throws IOException {
        var request = new HttpPost(address);
        for (int i = 0; i < headers.size(); i += 2) {
            request.setHeader(headers.get(i), headers.get(i + 1));
        }
        return execute(request, bearer, json);
    }

    private Answer execute(HttpPost request, String bearer, byte[] json) throws IOException {
        request.setHeader("Authorization", "Bearer " + bearer);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return client.execute(request, response -> {
            var entity = response.getEntity();
            return new Answer(response.getCode(), entity == null ? new byte[0] : EntityUtils.toByteArray(entity));
        });
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
