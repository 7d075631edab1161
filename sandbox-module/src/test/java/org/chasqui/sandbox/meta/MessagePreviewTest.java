package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MessagePreviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aCarouselShowsItsCardsWithPictureTextAndButton() throws JsonProcessingException {
        var view = MessagePreview.of(json("""
                {'type':'interactive','interactive':{'type':'carousel','body':{'text':'Offers'},'action':{'cards':[
                  {'card_index':0,'type':'cta_url','header':{'type':'image','image':{'id':'17'}},'body':{'text':'Hat'},
                   'action':{'name':'cta_url','parameters':{'display_text':'Buy','url':'https://example.com/hat'}}},
                  {'card_index':1,'type':'product','action':{'product_retailer_id':'shawl','catalog_id':'1'}}]}}}"""), null);

        assertThat(view.path("text").asText()).isEqualTo("Offers");
        assertThat(view.path("cards")).hasSize(2);
        assertThat(view.at("/cards/0/media/image/id").asText()).isEqualTo("17");
        assertThat(view.at("/cards/0/text").asText()).isEqualTo("Hat");
        assertThat(view.at("/cards/0/buttons/0/text").asText()).isEqualTo("Buy");
        assertThat(view.at("/cards/0/buttons/0/url").asText()).isEqualTo("https://example.com/hat");
        assertThat(view.at("/cards/1/text").asText()).isEqualTo("shawl");
    }

    @Test
    void theCardsOfATemplateAreFilledWithTheirOwnParameters() throws JsonProcessingException {
        var template = new MessageTemplate("1", "spring", "en_US", "MARKETING", "APPROVED", json("""
                [{'type':'BODY','text':'For {{1}}'},{'type':'CAROUSEL','cards':[
                  {'components':[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'A hat for {{1}}'},
                    {'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Keep it'}]}]},
                  {'components':[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'A shawl for {{1}}'},
                    {'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Keep it too'}]}]}]}]"""));
        var view = MessagePreview.of(json("""
                {'type':'template','template':{'name':'spring','language':{'code':'en_US'},'components':[
                  {'type':'body','parameters':[{'type':'text','text':'Ana'}]},
                  {'type':'carousel','cards':[
                    {'card_index':0,'components':[{'type':'header','parameters':[{'type':'image','image':{'id':'1'}}]},
                      {'type':'body','parameters':[{'type':'text','text':'$5'}]},
                      {'type':'button','sub_type':'quick_reply','index':'0','parameters':[{'type':'payload','payload':'hat'}]}]},
                    {'card_index':1,'components':[{'type':'body','parameters':[{'type':'text','text':'$9'}]}]}]}]}}"""), template);

        assertThat(view.path("text").asText()).isEqualTo("For Ana");
        assertThat(view.at("/cards/0/text").asText()).isEqualTo("A hat for $5");
        assertThat(view.at("/cards/0/media/image/id").asText()).isEqualTo("1");
        assertThat(view.at("/cards/0/buttons/0/payload").asText()).isEqualTo("hat");
        assertThat(view.at("/cards/1/text").asText()).isEqualTo("A shawl for $9");
        assertThat(view.at("/cards/1/buttons/0/payload").asText()).isEqualTo("Keep it too");
    }

    @Test
    void whatHasNoCardsShowsNone() throws JsonProcessingException {
        var view = MessagePreview.of(json("""
                {'type':'interactive','interactive':{'type':'button','body':{'text':'Noon?'},'action':{'buttons':[
                  {'type':'reply','reply':{'id':'y','title':'Yes'}}]}}}"""), null);

        assertThat(view.has("cards")).isFalse();
        assertThat(view.at("/buttons/0/payload").asText()).isEqualTo("y");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
