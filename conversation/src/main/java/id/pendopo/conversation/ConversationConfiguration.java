package id.pendopo.conversation;

import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.facts.Desk;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.conversation.facts.Understanding;
import id.pendopo.conversation.forms.FormFile;
import id.pendopo.conversation.wording.DeskVoice;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.WorkingCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    Wording wording() {
        return Wording.shipped();
    }

    @Bean
    Engine engine() {
        return new Engine(FormFile.report());
    }

    /** Learned before anybody has it in hand: no message is answered by classifiers that know nothing yet. */
    @Bean
    Understanding understanding(
            KnowledgeBase knowledge, LanguageDetector languages, TextClassifier.Factory classifiers, Tickets tickets) {
        return Understanding.taught(knowledge, languages, classifiers, tickets.categories());
    }

    @Bean
    DeskVoice deskVoice(Wording wording) {
        return new DeskVoice(wording);
    }

    @Bean
    FactFinder factFinder(
            Understanding understanding, Desk.Book book, WorkingCalendar calendar, Desk.Sights sights, Desk.Ways ways) {
        return new FactFinder(understanding, new Desk(book, calendar, sights, ways));
    }
}
