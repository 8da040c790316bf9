package id.pendopo.channels.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;

class ChatProblemsTests {

    private final ChatProblems problems = new ChatProblems(messages());

    @BeforeEach
    void speakIndonesian() {
        LocaleContextHolder.setLocale(Locale.of("id"));
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/channels");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static Stream<Exception> trouble() {
        return Stream.of(
                new DataAccessResourceFailureException("away"),
                new QueryTimeoutException("slow"),
                new CannotCreateTransactionException("away"));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void asksToComeBackWhenTheDatabaseIsAway(Exception trouble) {
        ResponseEntity<ProblemDetail> answer = problems.failed(trouble);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        assertThat(Objects.requireNonNull(answer.getBody()).getDetail()).contains("belum tersimpan");
    }

    @Test
    void doesNotHideABugOfOurs() {
        DuplicateKeyException bug = new DuplicateKeyException("bug");

        assertThatThrownBy(() -> problems.failed(bug)).isSameAs(bug);
    }

    @Test
    void hasEveryTextInBothLanguages() throws IOException {
        Properties indonesian = bundle("messages/channels.properties");
        Properties english = bundle("messages/channels_en.properties");

        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        assertThat(indonesian.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ChatProblemsTests.class.getClassLoader().getResourceAsStream(name)),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
