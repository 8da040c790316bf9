package id.pendopo.channels.web.chat;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.sessions.ChatCookie;
import id.pendopo.channels.web.sessions.ChatSession;
import id.pendopo.channels.web.sessions.ChatSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The chat as a page: its forms alone are enough, a small script makes it live. */
@Controller
final class ChatPage {

    private final ChatAdmission admission;
    private final ChatIntake intake;
    private final ChatView view;
    private final ChatLanguage languages;

    ChatPage(ChatAdmission admission, ChatIntake intake, ChatView view, ChatLanguage languages) {
        this.languages = languages;
        this.admission = admission;
        this.intake = intake;
        this.view = view;
    }

    @GetMapping("/chat")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        admission.account(Optional.empty(), request);
        admission.renew(request).ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        return view.of(admission.visitor(request), locale);
    }

    /** Says what the form holds and shows the chat again; reloading that page says nothing twice. */
    @PostMapping("/chat")
    ModelAndView say(ChatForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException, AttachmentRefused {
        if (!ChatCookie.fromOurPage(request)) {
            throw new ChatFailed(HttpStatus.FORBIDDEN, "other-page");
        }
        if (form.upload().isEmpty()) {
            form.message(List.of());
        }
        ChatSession session = admission.visitor(request).orElseGet(() -> begin(request, response));
        intake.say(session, form.message(uploaded(session, form, request)), languages.chosen(request));
        RedirectView again = new RedirectView("/chat#latest", true);
        again.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(again);
    }

    private ChatSession begin(HttpServletRequest request, HttpServletResponse response) {
        ChatSessions.Opened opened =
                admission.open(admission.account(Optional.empty(), request), Optional.empty(), request);
        response.addHeader(HttpHeaders.SET_COOKIE, admission.cookie(opened));
        return opened.session();
    }

    private List<String> uploaded(ChatSession session, ChatForm form, HttpServletRequest request)
            throws IOException, AttachmentRefused {
        return form.upload().isEmpty()
                ? List.of()
                : List.of(intake.upload(session, form.upload().get(), request).id());
    }

    /** Shows the page again, with what to do and with the words that could not be sent still in their box. */
    @ExceptionHandler({
        ChatFailed.class,
        AttachmentRefused.class,
        MultipartException.class,
        DataAccessException.class,
        TransactionException.class
    })
    ModelAndView failed(Exception failure, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        ChatFailed failed = ChatFailed.of(failure);
        failed.retryAfter()
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
        Optional<ChatSession> visitor =
                failed.status() == HttpStatus.SERVICE_UNAVAILABLE ? Optional.empty() : admission.visitor(request);
        ModelAndView page = view.of(visitor, locale);
        page.setStatus(failed.status());
        page.addObject("problem", view.words(failed, locale));
        if (!(failure instanceof MultipartException)) {
            keepTyped(page, request);
        }
        return page;
    }

    /** The same words under the same id: if they were heard all the same, they are not heard again. */
    private static void keepTyped(ModelAndView page, HttpServletRequest request) {
        Optional.ofNullable(request.getParameter("text")).ifPresent(typed -> page.addObject("typed", typed));
        Optional.ofNullable(request.getParameter("clientId"))
                .filter(id -> !id.isBlank() && request.getParameter("choice") == null)
                .ifPresent(id -> page.addObject("textId", id));
    }
}
