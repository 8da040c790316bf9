package id.pendopo.config.sessions;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An attribute of a session as its row holds it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SessionValue.Text.class, name = "text"),
    @JsonSubTypes.Type(value = SessionValue.Login.class, name = "login"),
    @JsonSubTypes.Type(value = SessionValue.FormToken.class, name = "token"),
    @JsonSubTypes.Type(value = SessionValue.Notices.class, name = "notices")
})
sealed interface SessionValue {

    /** What a module keeps. */
    record Text(String text) implements SessionValue {

        @Override
        public String toString() {
            return "Text[REDACTED]";
        }
    }

    /** Who is logged in, without anything secret. */
    record Login(String name, List<String> authorities) implements SessionValue {}

    /** What forms must send along. */
    record FormToken(String token) implements SessionValue {

        @Override
        public String toString() {
            return "FormToken[REDACTED]";
        }
    }

    /** What the next page says once, after a form was sent. */
    record Notices(List<Notice> notices) implements SessionValue {}

    /**
     * A flash map.
     *
     * @param path the page that it is for
     * @param expires ms since 1970
     */
    record Notice(
            Optional<String> path, Map<String, List<String>> parameters, long expires, Map<String, String> texts) {}
}
