package org.chasqui.messaging.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** A good content for every type, as short as Meta takes it; interactive and template in all their kinds. */
public final class Samples {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("text", "{'body':'Hello','preview_url':true}");
        ALL.put("image", "{'link':'https://example.com/a.jpg','caption':'A'}");
        ALL.put("image by id", "{'id':'1234567890'}");
        ALL.put("video", "{'link':'https://example.com/a.mp4','caption':'A'}");
        ALL.put("audio", "{'link':'https://example.com/a.ogg','voice':true}");
        ALL.put("document", "{'link':'https://example.com/a.pdf','caption':'A','filename':'a.pdf'}");
        ALL.put("sticker", "{'id':'1234567890'}");
        ALL.put("location", "{'latitude':'-12.05','longitude':'-77.04','name':'Lima','address':'Jirón de la Unión'}");
        ALL.put(
                "contacts",
                "[{'name':{'formatted_name':'Ana Quispe','first_name':'Ana'},'phones':[{'phone':'+51987654321',"
                        + "'type':'WORK','wa_id':'51987654321'}],'emails':[{'email':'ana@example.com','type':'HOME'}],"
                        + "'addresses':[{'city':'Lima','country_code':'pe','type':'HOME'}],'org':{'company':'Chasqui'},"
                        + "'urls':[{'url':'https://example.com','type':'WORK'}],'birthday':'1990-12-31'}]");
        ALL.put("reaction", "{'message_id':'wamid.HBgLMTQxNTU1NTAxOTAVAgARGBI=','emoji':'👍'}");
        interactive(
                "button",
                "'body':{'text':'Noon?'},'footer':{'text':'f'},'header':{'type':'text','text':'h'},"
                        + "'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'Yes'}},"
                        + "{'type':'reply','reply':{'id':'n','title':'No'}}]}");
        interactive(
                "list",
                "'body':{'text':'Pick'},'action':{'button':'Times','sections':[{'title':'Day','rows':"
                        + "[{'id':'1','title':'Nine','description':'early'}]}]}");
        interactive(
                "cta_url",
                "'header':{'type':'image','image':{'link':'https://example.com/a.jpg'}},'body':{'text':'See'},"
                        + "'action':{'name':'cta_url','parameters':{'display_text':'Open','url':'https://example.com'}}");
        interactive(
                "flow",
                "'body':{'text':'Fill in'},'action':{'name':'flow','parameters':{'flow_message_version':'3',"
                        + "'flow_id':'1','flow_cta':'Begin','flow_token':'t','mode':'draft','flow_action':'navigate',"
                        + "'flow_action_payload':{'screen':'A','data':{'a':1}}}}");
        interactive("product", "'action':{'catalog_id':'1','product_retailer_id':'p'}");
        interactive(
                "product_list",
                "'header':{'type':'text','text':'h'},'body':{'text':'Goods'},'action':{'catalog_id':'1',"
                        + "'sections':[{'title':'s','product_items':[{'product_retailer_id':'p'}]}]}");
        interactive(
                "catalog_message",
                "'body':{'text':'All goods'},'action':{'name':'catalog_message','parameters':"
                        + "{'thumbnail_product_retailer_id':'p'}}");
        interactive("location_request_message", "'body':{'text':'Where?'},'action':{'name':'send_location'}");
        interactive(
                "address_message",
                "'body':{'text':'Where to?'},'action':{'name':'address_message','parameters':"
                        + "{'country':'IN','values':{'in_pin_code':'400063'}}}");
        interactive(
                "voice_call",
                "'body':{'text':'Call us'},'action':{'name':'voice_call','parameters':"
                        + "{'display_text':'Call','ttl_minutes':100}}");
        interactive("call_permission_request", "'body':{'text':'May we?'},'action':{'name':'call_permission_request'}");
        interactive("request_contact_info", "'body':{'text':'Your number?'},'action':{'name':'request_contact_info'}");
        interactive("carousel", "'body':{'text':'Offers'},'action':{'cards':[" + card(0) + "," + card(1) + "]}");
        template("plain", "");
        template(
                "text body",
                "{'type':'body','parameters':[{'type':'text','text':'Ana'},{'type':'text',"
                        + "'parameter_name':'order_id','text':'17'},{'type':'currency','currency':{'fallback_value':'$1','code':"
                        + "'USD','amount_1000':1000}},{'type':'date_time','date_time':{'fallback_value':'May 1'}}]}");
        template("image header", header("image", "{'link':'https://example.com/a.jpg'}"));
        template("video header", header("video", "{'id':'12'}"));
        template("document header", header("document", "{'link':'https://example.com/a.pdf','filename':'a.pdf'}"));
        template("location header", header("location", "{'latitude':'1.5','longitude':2.5,'name':'n','address':'a'}"));
        template("product header", header("product", "{'product_retailer_id':'p','catalog_id':'1'}"));
        template("url button", button("url", "{'type':'text','text':'x'}"));
        template("quick reply", button("quick_reply", "{'type':'payload','payload':'x'}"));
        template("copy code", button("COPY_CODE", "{'type':'coupon_code','coupon_code':'25OFF'}"));
        template("flow button", button("flow", "{'type':'action','action':{'flow_token':'t'}}"));
        template(
                "catalog button",
                button("catalog", "{'type':'action','action':{'thumbnail_product_retailer_id':'p'}}"));
        template(
                "mpm button",
                button(
                        "mpm",
                        "{'type':'action','action':{'thumbnail_product_retailer_id':'p','sections':"
                                + "[{'title':'s','product_items':[{'product_retailer_id':'p'}]}]}}"));
        template(
                "offer",
                "{'type':'limited_time_offer','parameters':[{'type':'limited_time_offer',"
                        + "'limited_time_offer':{'expiration_time_ms':1209600000}}]}");
        template("gif header", header("gif", "{'link':'https://example.com/a.mp4'}"));
        template("voice call button", button("voice_call", "{'type':'ttl_minutes','ttl_minutes':100}"));
        template(
                "order details button",
                button("order_details", "{'type':'action','action':{'order_details':{'reference_id':'17'}}}"));
        template(
                "order status",
                "{'type':'order_status','parameters':[{'type':'order_status','order_status':{'reference_id':'17',"
                        + "'order':{'status':'shipped'}}}]}");
        template(
                "tap target",
                "{'type':'tap_target_configuration','parameters':[{'type':'tap_target_configuration',"
                        + "'tap_target_configuration':[{'url':'https://example.com','title':'Look'}]}]}");
        template(
                "carousel",
                "{'type':'carousel','cards':[{'card_index':0,'components':[" + header("image", "{'id':'12'}") + ","
                        + button("quick_reply", "{'type':'payload','payload':'x'}") + "]}]}");
    }

    private Samples() {}

    /** The samples by name; the first word of the name is the type. */
    public static Map<String, JsonNode> all() {
        var all = new LinkedHashMap<String, JsonNode>();
        ALL.forEach((name, text) -> all.put(name, json(text)));
        return all;
    }

    /** The type of a sample. */
    public static String typeOf(String name) {
        return name.split(" ")[0];
    }

    static JsonNode of(String name) {
        return json(ALL.get(name));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    private static void interactive(String kind, String rest) {
        ALL.put("interactive " + kind, "{'type':'" + kind + "'," + rest + "}");
    }

    private static void template(String kind, String component) {
        ALL.put(
                "template " + kind,
                "{'name':'hello','language':{'code':'en_US','policy':'deterministic'},'components':[" + component
                        + "]}");
    }

    private static String card(int index) {
        return "{'card_index':" + index + ",'type':'cta_url','header':{'type':'image','image':{'link':"
                + "'https://example.com/a.jpg'}},'body':{'text':'b'},'action':{'name':'cta_url','parameters':"
                + "{'display_text':'Open','url':'https://example.com'}}}";
    }

    private static String header(String kind, String object) {
        return "{'type':'header','parameters':[{'type':'" + kind + "','" + kind + "':" + object + "}]}";
    }

    private static String button(String kind, String parameter) {
        return "{'type':'button','sub_type':'" + kind + "','index':'0','parameters':[" + parameter + "]}";
    }
}
