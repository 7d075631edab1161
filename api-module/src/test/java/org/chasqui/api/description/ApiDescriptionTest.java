package org.chasqui.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
    private final OpenAPI api = new ApiDescription().buildModel();

    @Test
    void tellsOfEveryOperationWhatItDoesAndWhatItNeeds() {
        everyOperation((name, operation) -> {
            assertThat(operation.getSummary()).as(name).isNotBlank();
            assertThat(operation.getDescription()).as(name).contains("Needs the scope whatsapp:");
            assertThat(operation.getTags()).as(name).isNotEmpty();
            assertThat(operation.getOperationId()).as(name).isNotBlank();
        });
    }

    @Test
    void namesEveryOperationOnce() {
        var seen = new TreeSet<String>();
        everyOperation((name, operation) ->
                assertThat(seen.add(operation.getOperationId())).as(name).isTrue());
    }

    @Test
    void describesEveryParameter() {
        everyOperation((name, operation) -> {
            if (operation.getParameters() != null) {
                operation
                        .getParameters()
                        .forEach(parameter -> assertThat(parameter.getDescription())
                                .as(name + " " + parameter.getName())
                                .isNotBlank());
            }
        });
    }

    @Test
    void tellsTheErrorsOfEveryOperationAndRefersToNoneThatIsNotThere() {
        var known = api.getComponents().getResponses();
        everyOperation((name, operation) -> {
            var responses = operation.getResponses().getAPIResponses();
            assertThat(responses.keySet()).as(name).contains("401", "403", "422", "429", "500", "503");
            responses.values().stream()
                    .filter(response -> response.getRef() != null)
                    .forEach(response -> assertThat(known)
                            .as(name)
                            .containsKey(response.getRef().replace("#/components/responses/", "")));
        });
    }

    @Test
    void describesEverySchemaAndEveryMember() {
        var undescribed = new TreeSet<String>();
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getDescription() == null) {
                undescribed.add(name);
            }
            schema.getProperties().forEach((member, property) -> {
                assertThat(member).matches("[a-z0-9_]+");
                if (property.getRef() == null && property.getDescription() == null && !isListOfReferences(property)) {
                    undescribed.add(name + "." + member);
                }
            });
        });
        assertThat(undescribed).isEmpty();
    }

    @Test
    void knowsIdsAndTimesForWhatTheyAre() {
        Map<String, Schema> number = schema("PhoneNumber").getProperties();

        assertThat(number.get("id").getFormat()).isEqualTo("uuid");
        assertThat(number.get("created_at").getFormat()).isEqualTo("date-time");
        assertThat(number.get("coexistence").getType()).isEqualTo(SchemaType.BOOLEAN);
        assertThat(schema("CreateKey").getProperties().get("scopes").getItems().getType())
                .isEqualTo(SchemaType.STRING);
    }

    @Test
    void givesNumbersAsExamplesOfNumbers() {
        assertThat(schema("Throughput")
                        .getProperties()
                        .get("messages_per_second")
                        .getExample())
                .isEqualTo(80);
        assertThat(schema("PhoneNumber").getProperties().get("phone_number_id").getExample())
                .isEqualTo("106540352242922");
    }

    @Test
    void saysWhatMustBeThere() {
        assertThat(schema("ConnectAccount").getRequired()).containsExactlyInAnyOrder("waba_id", "access_token");
    }

    @Test
    void tellsWhatABodyIsThatIsReadAsAStream() {
        var upload = body("/api/v1/whatsapp/media");
        assertThat(upload.getRequired()).isTrue();
        assertThat(upload.getContent().getMediaTypes()).containsOnlyKeys("multipart/form-data");
        var contacts = body("/api/v1/whatsapp/contacts/import");
        assertThat(contacts.getRequired()).isTrue();
        assertThat(contacts.getContent().getMediaTypes()).containsOnlyKeys("text/csv");
        assertThat(contacts.getContent().getMediaType("text/csv").getSchema().getType())
                .isEqualTo(SchemaType.STRING);
        var read = body("/api/v1/whatsapp/messages/{id}/read");
        assertThat(read.getRequired()).isFalse();
        assertThat(read.getContent().getMediaTypes()).containsOnlyKeys("application/json");
    }

    @Test
    void tellsAsTheBodyOfAnAnswerWhatTheMethodReturns() {
        var item = api.getPaths().getPathItem("/api/v1/whatsapp/webhooks/{id}");

        assertThat(ok(item.getGET())
                        .getContent()
                        .getMediaType("application/json")
                        .getSchema()
                        .getRef())
                .isEqualTo("#/components/schemas/Webhook");
        assertThat(item.getDELETE().getResponses().getAPIResponse("204").getContent())
                .isNull();
    }

    @Test
    void everySuccessWithABodySaysWhatIsInIt() {
        everyOperation((name, operation) -> {
            var ok = ok(operation);
            if (ok != null && ok.getRef() == null) {
                assertThat(ok.getContent()).as(name).isNotNull();
            }
        });
    }

    private static APIResponse ok(Operation operation) {
        return operation.getResponses().getAPIResponse("200");
    }

    private RequestBody body(String path) {
        return api.getPaths().getPathItem(path).getPOST().getRequestBody();
    }

    @Test
    void refersToNoSchemaThatIsNotThere() {
        var known = api.getComponents().getSchemas().keySet();
        api.getComponents()
                .getSchemas()
                .values()
                .forEach(schema -> schema.getProperties().values().forEach(property -> {
                    assertKnown(known, property);
                    if (property.getItems() != null) {
                        assertKnown(known, property.getItems());
                    }
                }));
    }

    @Test
    void tellsNothingOfTheSandbox() {
        assertThat(api.getPaths().getPathItems().keySet()).allMatch(path -> path.startsWith("/api/v1/"));
    }

    private static boolean isListOfReferences(Schema property) {
        return property.getItems() != null && property.getItems().getRef() != null;
    }

    private static void assertKnown(Set<String> known, Schema schema) {
        if (schema.getRef() != null) {
            assertThat(known).contains(schema.getRef().replace("#/components/schemas/", ""));
        }
    }

    private Schema schema(String name) {
        return api.getComponents().getSchemas().get(name);
    }

    private void everyOperation(BiConsumer<String, Operation> check) {
        assertThat(api.getPaths().getPathItems()).isNotEmpty();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> check.accept(method + " " + path, operation)));
    }
}
