package id.pendopo.config.api;

import id.pendopo.config.api.UnreadableBody.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Request body filter of the REST API: whatever a method takes as JSON is small enough, and has no NUL in any name or text.
 * Broken JSON is left to whoever reads it.
 */
@RestControllerAdvice
class ReadableBodies extends RequestBodyAdviceAdapter {

    /** Bytes, as many as a form may have. */
    static final int LIMIT = 256 * 1024;

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new UnreadableBody(Reason.TOO_LARGE, "");
        }
        refuseNul(body);
        return new Read(message.getHeaders(), body);
    }

    private void refuseNul(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (hasNul(token, parser)) {
                    throw new UnreadableBody(Reason.NUL, field(parser));
                }
            }
        } catch (JacksonException broken) {
            // Whoever reads it next says so.
            return;
        }
    }

    /** Of a list the name that it has. */
    private static String field(JsonParser parser) {
        for (TokenStreamContext at = parser.streamReadContext(); at != null; at = at.getParent()) {
            if (at.currentName() != null) {
                return at.currentName().replace("\0", "");
            }
        }
        return "";
    }

    private static boolean hasNul(JsonToken token, JsonParser parser) {
        return (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME)
                && parser.getString().indexOf('\0') >= 0;
    }

    private record Read(HttpHeaders headers, byte[] body) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
