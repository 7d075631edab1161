package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
    @ParameterizedTest
    @CsvSource({
        "'\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF', photo.jpg, image/jpeg, IMAGE",
        "'\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', a.png, image/png, IMAGE",
        "'RIFF\u0010\0\0\0WEBPVP8 ', s.webp, image/webp, STICKER",
        "'%PDF-1.7\n', invoice.pdf, application/pdf, DOCUMENT",
        "'\0\0\0\u0018ftypmp42\0\0\0\0', film.mp4, video/mp4, VIDEO",
        "'\0\0\0\u0018ftyp3gp4\0\0\0\0', film.3gp, video/3gpp, VIDEO",
        "'\0\0\0\u0018ftypM4A \0\0\0\0', song.m4a, audio/mp4, AUDIO",
        "'#!AMR\n', voice.amr, audio/amr, AUDIO",
        "'ID3\u0003\0\0\0\0\0\0', song.mp3, audio/mpeg, AUDIO",
        "'order;amount\n17;3\n', list.csv, text/plain, DOCUMENT",
        "'Good morning', note.txt, text/plain, DOCUMENT",
        "'PK\u0003\u0004\u0014\0\u0006\0', letter.docx,"
                + " application/vnd.openxmlformats-officedocument.wordprocessingml.document, DOCUMENT",
    })
    void tellsWhatAFileIs(String bytes, String name, String mime, MediaKind kind) throws IOException {
        assertThat(sniff(bytes, name, null).type()).isEqualTo(new MediaType(mime, kind));
    }

    @Test
    void knowsAVoiceMessage() throws IOException {
        var opus = "OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u0013OpusHead";
        assertThat(sniff(opus, null, "audio/ogg; codecs=opus").type())
                .isEqualTo(new MediaType("audio/ogg", MediaKind.AUDIO));
    }

    @ParameterizedTest
    @CsvSource({
        "'PK\u0003\u0004\u0014\0\0\0', bomb.zip",
        "'PK\u0003\u0004\u0014\0\0\0', photo.jpg",
        "'MZ\u0090\0\u0003\0\0\0', photo.jpg",
        "'<!DOCTYPE html><html><script>alert(1)</script></html>', photo.jpg",
        "'<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>', logo.svg",
        "'GIF89a\u0001\0\u0001\0', moving.gif",
        "'#!/bin/sh\nrm -rf /\n', note",
    })
    void takesNothingThatMetaDoesNot(String bytes, String name) throws IOException {
        assertThat(sniff(bytes, name, "image/jpeg").type()).isNull();
    }

    @Test
    void theNameDoesNotOverruleTheBytes() throws IOException {
        var type = sniff("%PDF-1.7\n", "photo.jpg", "image/jpeg").type();
        assertThat(type).isEqualTo(new MediaType("application/pdf", MediaKind.DOCUMENT));
        assertThat(Objects.requireNonNull(type).contradicts("image/jpeg")).isTrue();
        assertThat(type.contradicts("application/octet-stream")).isFalse();
        assertThat(type.contradicts(null)).isFalse();
    }

    @Test
    void readsNoMoreThanTheHead() throws IOException {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }
        };
        MediaType.sniff(endless, null, null);
        assertThat(endless.given).isEqualTo(64 * 1024);
    }

    @Test
    void fitsItsKindAndDocuments() {
        var image = MediaType.of("image/jpeg; charset=binary").orElseThrow();
        assertThat(image.fits("image")).isTrue();
        assertThat(image.fits("document")).isTrue();
        assertThat(image.fits("audio")).isFalse();
        assertThat(MediaType.of("image/webp").orElseThrow().fits("image")).isFalse();
    }

    private static MediaType.Sniffed sniff(String bytes, @Nullable String name, @Nullable String declared)
            throws IOException {
        return MediaType.sniff(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)), name, declared);
    }
}
