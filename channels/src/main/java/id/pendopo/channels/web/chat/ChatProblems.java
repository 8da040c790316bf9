package id.pendopo.channels.web.chat;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.streams.ServletStreams;
import java.net.URI;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Every error of the chat API as a problem (https://www.rfc-editor.org/rfc/rfc9457) whose detail says what to do, in the
 * citizen's language. Stands before the web framework's own handler, which knows no words of ours.
 */
@Order(Ordered.HIGHEST_PRECEDENCE) // Ahead of the framework's own problem details, which do not say what to do.
@RestControllerAdvice(assignableTypes = {ChatController.class, ServletStreams.class})
final class ChatProblems {

    private final MessageSource messages;

    ChatProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler({
        ChatFailed.class,
        AttachmentRefused.class,
        MultipartException.class,
        MissingServletRequestPartException.class,
        DataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> failed(Exception failure) {
        ChatFailed failed = ChatFailed.of(failure);
        HttpHeaders headers = new HttpHeaders();
        if (failed.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        failed.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
        return ResponseEntity.status(failed.status()).headers(headers).body(problem(failed));
    }

    ProblemDetail problem(ChatFailed failed) {
        String words = messages.getMessage(failed, LocaleContextHolder.getLocale());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(failed.status(), words);
        problem.setType(URI.create("urn:pendopo:chat:" + failed.reason()));
        return problem;
    }
}
