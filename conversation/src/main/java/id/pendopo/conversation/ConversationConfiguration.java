package id.pendopo.conversation;

import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.facts.Desk;
import id.pendopo.conversation.facts.Examination;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.conversation.facts.Learning;
import id.pendopo.conversation.facts.PlainWords;
import id.pendopo.conversation.facts.Understanding;
import id.pendopo.conversation.forms.FormFile;
import id.pendopo.conversation.wording.DeskVoice;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.Rewording;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.WorkingCalendar;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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

    @Bean
    Understanding understanding(
            KnowledgeBase knowledge, LanguageDetector languages, TextClassifier.Factory classifiers) {
        return new Understanding(knowledge, languages, BundledModels.load().actClassifier(), classifiers.create());
    }

    @Bean(initMethod = "begin")
    Retraining retraining(
            Understanding understanding,
            TextClassifier.Factory classifiers,
            Tickets tickets,
            CategoryExamples examples,
            Clock clock,
            ObjectProvider<MeterRegistry> meters,
            @Value("${pendopo.workers:true}") boolean workers) {
        return new Retraining(
                understanding.categories(),
                new Examination(classifiers),
                () -> Learning.of(tickets.categories(), examples.newest()),
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new),
                workers);
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

    @Bean
    PlainWords plainWords(Engine engine, Rewording rewording) {
        return new PlainWords(engine, rewording);
    }
}
