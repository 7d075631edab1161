package org.chasqui.api.description;

import jakarta.ws.rs.ApplicationPath;
import java.util.Comparator;
import java.util.TreeSet;
import org.chasqui.api.nativeapi.NativeApi;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The document at {@code /openapi}: the native API. */
public class ApiDescription implements OASModelReader {
    private static final String KEY = "key";

    @Override
    public OpenAPI buildModel() {
        var schemas = new Schemas();
        var api = OASFactory.createOpenAPI()
                .openapi("3.0.3")
                .info(OASFactory.createInfo()
                        .title("Chasqui")
                        .version("1")
                        .description("A self-hosted WhatsApp Business gateway. Times are ISO-8601 in UTC, ids are"
                                + " UUIDs, and wherever Meta has an id of its own, that is taken as well. Lists are"
                                + " arrays; when there is more, the header Link names the next page. Every answer"
                                + " carries X-Request-Id, X-RateLimit-Limit and X-RateLimit-Remaining.")
                        .license(OASFactory.createLicense()
                                .name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0")))
                .paths(OASFactory.createPaths())
                .components(OASFactory.createComponents()
                        .addSecurityScheme(
                                KEY,
                                OASFactory.createSecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("cm_…")
                                        .description("An API key. It holds scopes: whatsapp:read for reading,"
                                                + " whatsapp:send for messages, whatsapp:write for everything else"
                                                + " that changes something; * is all of them.")))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        CommonResponses.of(schemas).forEach(api.getComponents()::addResponse);
        addOperations(api, schemas);
        schemas.components().forEach(api.getComponents()::addSchema);
        return api;
    }

    private static void addOperations(OpenAPI api, Schemas schemas) {
        var base = NativeApi.class.getAnnotation(ApplicationPath.class).value();
        var operations = new Operations(schemas);
        var tags = new TreeSet<String>();
        NativeApi.resources().stream()
                .sorted(Comparator.comparing(Class::getName))
                .forEach(resource -> {
                    operations.describe(api, base, resource);
                    for (var tag : resource.getAnnotationsByType(Tag.class)) {
                        if (tags.add(tag.name())) {
                            api.addTag(OASFactory.createTag().name(tag.name()));
                        }
                    }
                });
    }
}
