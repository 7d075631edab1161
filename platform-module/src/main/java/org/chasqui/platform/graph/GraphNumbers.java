package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Graph about one number that pages and the health check make. Answers are JSON as it comes, because Meta
 * adds and leaves out members. Bodies are maps, because the names of their keys are written as they are, whichever JSON
 * provider the client asks.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status/">
 *     phone number node</a>
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface GraphNumbers {
    /** What the health check reads of a number. */
    String HEALTH_FIELDS = "id,status,platform_type,code_verification_status,verified_name,name_status,quality_rating,"
            + "is_pin_enabled,throughput,webhook_configuration,health_status";

    /** What the health check reads of an account. */
    String ACCOUNT_HEALTH_FIELDS = "id,name,status,account_review_status,business_verification_status";

    /** All of a business profile. */
    String PROFILE_FIELDS = "about,address,description,email,profile_picture_url,websites,vertical";

    /** Ice breakers and commands. */
    String COMPONENT_FIELDS = "id,conversational_automation";

    /** Any node by its id. */
    @GET
    @Path("{id}")
    JsonNode node(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") String id,
            @QueryParam("fields") String fields);

    /** What a token may do and when it ends. */
    @GET
    @Path("debug_token")
    JsonNode debugToken(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("input_token") String token);

    /** The apps that get the webhooks of an account. */
    @GET
    @Path("{waba}/subscribed_apps")
    JsonNode subscribedApps(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("waba") String wabaId);

    @GET
    @Path("{number}/whatsapp_business_profile")
    JsonNode profile(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            @QueryParam("fields") String fields);

    /** Changes the given members of the profile. */
    @POST
    @Path("{number}/whatsapp_business_profile")
    Success changeProfile(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            Map<String, Object> changes);

    @GET
    @Path("{number}/message_qrdls")
    JsonNode links(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            @QueryParam("limit") int limit,
            @QueryParam("after") @Nullable String after);

    /** Makes a message link, or with {@code code} changes the one that there is. */
    @POST
    @Path("{number}/message_qrdls")
    JsonNode putLink(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            Map<String, Object> link);

    @DELETE
    @Path("{number}/message_qrdls/{code}")
    Success deleteLink(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            @PathParam("code") String code);

    @GET
    @Path("{number}/block_users")
    JsonNode blocked(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            @QueryParam("limit") int limit,
            @QueryParam("after") @Nullable String after);

    @POST
    @Path("{number}/block_users")
    JsonNode block(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            Map<String, Object> users);

    /**
     * Unblocks people. Some servers on the way drop the body of a DELETE, so Graph gets the same in its query, which it
     * takes as well.
     *
     * @param product {@code whatsapp}
     * @param usersJson the list of the body as JSON text
     */
    @DELETE
    @Path("{number}/block_users")
    JsonNode unblock(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            @QueryParam("messaging_product") String product,
            @QueryParam("block_users") String usersJson,
            Map<String, Object> users);

    /** Sets ice breakers and commands; what is left out is taken away. */
    @POST
    @Path("{number}/conversational_automation")
    Success setComponents(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            Map<String, Object> components);
}
