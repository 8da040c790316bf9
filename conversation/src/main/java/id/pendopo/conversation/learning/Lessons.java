package id.pendopo.conversation.learning;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Picked;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.PickedArticles;
import id.pendopo.knowledge.PickedArticles.Pick;
import id.pendopo.knowledge.PickedArticles.Picker;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketEvent;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Relevance feedback for the knowledge base: which article answered what it was not sure of, when a citizen or an
 * agent says so.
 */
@Component
public class Lessons {

    private static final Logger log = LoggerFactory.getLogger(Lessons.class);
    private static final Pattern ARTICLE = Pattern.compile("/help/([a-z0-9-]+)");

    private final KnowledgeBase knowledge;
    private final PickedArticles picked;
    private final Suggestions suggestions;
    private final ExecutorService afterwards =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("lessons").factory());

    Lessons(KnowledgeBase knowledge, PickedArticles picked, Suggestions suggestions) {
        this.knowledge = knowledge;
        this.picked = picked;
        this.suggestions = suggestions;
    }

    /** @param citizen who picked, by our number */
    public void take(Command.Learn learn, String kind, long citizen) {
        Picked article = learn.picked();
        Pick pick =
                new Pick(article.question(), article.article(), article.language(), kind, Picker.CITIZEN, "" + citizen);
        if (learn.right()) {
            picked.note(pick);
        } else {
            picked.withdraw(pick);
        }
    }

    /**
     * After the desk's transaction, and on another thread: what was suggested is searched for again, and a search holds no
     * row meanwhile. One that is lost when a node stops is one lesson less.
     */
    @TransactionalEventListener(fallbackExecution = true)
    void on(TicketEvent event) {
        switch (event) {
            case TicketEvent.AgentReplied replied ->
                later(replied.ticket(), replied.text(), replied.agentName().orElse(""));
            case TicketEvent.TicketClosed closed ->
                later(closed.ticket(), closed.text(), closed.ticket().assignee().orElse(""));
            case TicketEvent.FloorTaken _, TicketEvent.FloorReturned _, TicketEvent.CitizenNotice _ -> {}
        }
    }

    private void later(Ticket ticket, String text, String agent) {
        if (ticket.type() == TicketType.INFORMATION_REQUEST && mayBeLearned(ticket.visibility())) {
            afterwards.execute(() -> learn(ticket, text, agent));
        }
    }

    /** Whoever was promised that nothing is published teaches nobody anything. */
    private static boolean mayBeLearned(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC, NAME_HIDDEN -> true;
            case CONFIDENTIAL, ANONYMOUS -> false;
        };
    }

    private void learn(Ticket ticket, String text, String agent) {
        try {
            answered(ticket, text, agent);
        } catch (DataAccessException | TransactionException away) {
            log.debug("what an answer teaches is not noted while the database is away");
        } catch (RuntimeException mistake) {
            log.error(
                    "what an answer teaches is not noted: {}",
                    mistake.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        afterwards.shutdown();
    }

    /** What was asked of a person is told in the ticket; the answer names the article, or says what was suggested of it. */
    private void answered(Ticket ticket, String text, String agent) {
        quoted(ticket, text).stream()
                .filter(slug -> knowledge.published(slug, ticket.language()).isPresent())
                .map(slug ->
                        new Pick(ticket.description(), slug, ticket.language(), ticket.channel(), Picker.AGENT, agent))
                .forEach(picked::note);
    }

    private Set<String> quoted(Ticket ticket, String text) {
        Set<String> slugs = new TreeSet<>(slugs(text));
        suggestions.articles(ticket.description(), ticket.language()).stream()
                .filter(article -> text.contains(article.text()))
                .forEach(article -> slugs.addAll(slugs(article.url())));
        return slugs;
    }

    private static Set<String> slugs(String text) {
        Set<String> slugs = new TreeSet<>();
        ARTICLE.matcher(text).results().forEach(found -> slugs.add(found.group(1)));
        return slugs;
    }
}
