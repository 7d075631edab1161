package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
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
 * The management calls of Graph. Sending has a client of its own, which is built for rate; these calls are rare. Every
 * method throws {@link GraphFailed} for an error of Graph and {@link jakarta.ws.rs.ProcessingException} when Graph cannot
 * be reached; nothing is tried again by itself.
 *
 * <p>Answers that are read in one place and by few members are JSON as it comes, because Meta adds and leaves out members.
 * Bodies are maps, because the names of their keys are written as they are, whichever JSON provider the client asks.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/">WABA node</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status/">
 *     phone number node</a>
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface GraphManagement {
    /** What is read of a WABA. */
    String WABA_FIELDS = "id,name,currency,timezone_id,status,business_verification_status,message_template_namespace,"
            + "owner_business_info";

    /** What is read of a number. */
    String NUMBER_FIELDS = "id,display_phone_number,verified_name,quality_rating,"
            + "whatsapp_business_manager_messaging_limit,throughput,status,name_status,"
            + "code_verification_status,is_on_biz_app,platform_type";

    /** What the health check reads of a number. */
    String NUMBER_HEALTH_FIELDS = "id,status,platform_type,code_verification_status,verified_name,name_status,"
            + "quality_rating,is_pin_enabled,throughput,webhook_configuration,health_status";

    /** What the health check reads of a WABA. */
    String WABA_HEALTH_FIELDS = "id,name,status,account_review_status,business_verification_status";

    /** All of a business profile. */
    String PROFILE_FIELDS = "about,address,description,email,profile_picture_url,websites,vertical";

    /** Ice breakers and commands. */
    String COMPONENT_FIELDS = "id,conversational_automation";

    /** What is read of a template. */
    String TEMPLATE_FIELDS = "id,name,language,status,category,sub_category,previous_category,correct_category,"
            + "rejected_reason,components,parameter_format,quality_score,message_send_ttl_seconds";

    /** The value of the authorization header for a token. */
    static String bearer(String token) {
        return "Bearer " + token;
    }

    /** Gives a token for the code of Meta's login window; the secret goes in the body, which no log holds. */
    @POST
    @Path("oauth/access_token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    ExchangedToken exchange(
            @FormParam("client_id") String appId,
            @FormParam("client_secret") String appSecret,
            @FormParam("code") String code);

    /** What a token may do; asked with the token of the app, {@code id|secret}. */
    @GET
    @Path("debug_token")
    DebuggedToken debugToken(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("input_token") String token);

    /** A WABA. */
    @GET
    @Path("{waba}")
    WabaNode waba(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("waba") String wabaId,
            @QueryParam("fields") String fields);

    /** A number or a WABA, by what is asked of it. */
    @GET
    @Path("{id}")
    JsonNode node(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") String id,
            @QueryParam("fields") String fields);

    /** A page of the numbers of a WABA. */
    @GET
    @Path("{waba}/phone_numbers")
    NumberNodes numbers(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("waba") String wabaId,
            @QueryParam("fields") String fields,
            @QueryParam("limit") int limit,
            @QueryParam("after") @Nullable String after);

    /** A page of the templates of a WABA. */
    @GET
    @Path("{waba}/message_templates")
    TemplateNodes templates(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("waba") String wabaId,
            @QueryParam("fields") String fields,
            @QueryParam("limit") int limit,
            @QueryParam("after") @Nullable String after);

    /** The apps that get the webhooks of a WABA. */
    @GET
    @Path("{waba}/subscribed_apps")
    SubscribedApps subscribedApps(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("waba") String wabaId);

    /** One template. */
    @GET
    @Path("{template}")
    TemplateNodes.TemplateNode template(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("template") String templateId,
            @QueryParam("fields") String fields);

    /**
     * Hands in a template for review.
     *
     * @param template {@code name}, {@code category}, {@code language}, {@code components} and so on
     */
    @POST
    @Path("{waba}/message_templates")
    NewTemplate createTemplate(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("waba") String wabaId,
            Map<String, Object> template);

    /**
     * Changes a template; it is reviewed again.
     *
     * @param changes {@code category}, {@code components}, {@code message_send_ttl_seconds}
     */
    @POST
    @Path("{template}")
    Success editTemplate(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("template") String templateId,
            Map<String, Object> changes);

    /** Deletes one language of a template. */
    @DELETE
    @Path("{waba}/message_templates")
    Success deleteTemplate(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("waba") String wabaId,
            @QueryParam("name") String name,
            @QueryParam("hsm_id") String templateId);

    /** Opens a session to upload a file. */
    @POST
    @Path("{app}/uploads")
    UploadSession openUpload(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("app") String appId,
            @QueryParam("file_name") String name,
            @QueryParam("file_length") long bytes,
            @QueryParam("file_type") String mime);

    /**
     * Subscribes the app to a WABA, so that its webhooks arrive.
     *
     * @param parameters empty, or {@code override_callback_uri} and {@code verify_token}
     */
    @POST
    @Path("{waba}/subscribed_apps")
    Success subscribe(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("waba") String wabaId,
            Map<String, String> parameters);

    /**
     * Registers a number for the Cloud API. Ten times in 72 hours are allowed.
     *
     * @param registration {@code messaging_product} and {@code pin}
     */
    @POST
    @Path("{number}/register")
    Success register(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            Map<String, String> registration);

    /**
     * Marks a message of a person as read.
     *
     * @param receipt {@code messaging_product}, {@code status}, {@code message_id} and perhaps {@code typing_indicator}
     */
    @POST
    @Path("{number}/messages")
    Success markRead(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            Map<String, Object> receipt);

    /**
     * Asks for what the WhatsApp Business app of a number in coexistence knows; it comes by webhooks. Once for each kind,
     * and within 24 hours of the onboarding.
     *
     * @param wish {@code messaging_product}, and {@code sync_type}: {@code smb_app_state_sync} for contacts or
     *     {@code history}
     */
    @POST
    @Path("{number}/smb_app_data")
    JsonNode requestAppData(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            Map<String, String> wish);

    /** The business profile of a number, in a list of one. */
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

    /** A page of the message links of a number. */
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

    /** Removes a message link. */
    @DELETE
    @Path("{number}/message_qrdls/{code}")
    Success deleteLink(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            @PathParam("code") String code);

    /** A page of whom a number has blocked. */
    @GET
    @Path("{number}/block_users")
    JsonNode blocked(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("number") String phoneNumberId,
            @QueryParam("limit") int limit,
            @QueryParam("after") @Nullable String after);

    /** Blocks people; in part, when Graph refuses some of them. */
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
