package id.pendopo.conversation.cli;

import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Facts.Sight;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.engine.DialoguePolicy;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.conversation.facts.FactSources;
import id.pendopo.conversation.facts.NluServices;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.knowledge.BundledModels;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ui.CountryPack;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all scripts share: the shipped articles, categories, hours and texts, and the engine. */
final class Company {

    private final CountryPack pack = CountryPack.chosen();
    private final Engine engine = new Engine(DialoguePolicy.shipped(pack));
    private final ChannelAccounts.Kinds kinds = ChannelAccounts.Bundled.load().kinds();
    private final Wording wording = Wording.shipped(pack, kinds);
    private final BundledCatalogue desk = BundledCatalogue.load();
    private final NluServices understanding;

    Company() {
        BundledModels bundled = BundledModels.load();
        understanding = NluServices.taught(
                bundled.knowledgeBase(), bundled.languages(), bundled.classifiers(), desk.categories());
    }

    Engine engine() {
        return engine;
    }

    /** What the line can do that a script names. */
    Capabilities channel(String kindOrName) {
        return kinds.named(kindOrName);
    }

    Wording wording() {
        return wording;
    }

    MemoryBook book() {
        return new MemoryBook(desk.categories(), desk.calendar(), wording);
    }

    FactFinder facts(MemoryBook book) {
        return new FactFinder(
                engine,
                understanding,
                new FactSources(
                        book,
                        desk.calendar(),
                        new OwnTickets(),
                        new NoTransfers(),
                        new NobodyOnDuty(),
                        _ -> Facts.Line.OPEN));
    }

    /** A script plays in one conversation: codes are given in it and lead nowhere. */
    private record NoTransfers() implements FactSources.TransferRules {

        @Override
        public boolean open(Conversation here, Optional<Ticket> ticket) {
            return true;
        }

        @Override
        public Transfer find(Conversation here, Passcode typed) {
            return new Transfer.Refused();
        }

        @Override
        public boolean held(Ticket ticket) {
            return false;
        }
    }

    /** A script plays without a telephone. */
    private record NobodyOnDuty() implements FactSources.AlarmReader {

        @Override
        public Map<Danger, Alarms.Standing> foreseen(long conversation) {
            return Arrays.stream(Danger.values())
                    .collect(Collectors.toMap(Function.identity(), _ -> Alarms.Standing.NOBODY));
        }

        @Override
        public Optional<Alarms.Standing> standing(TicketCode code) {
            return Optional.of(Alarms.Standing.NOBODY);
        }

        @Override
        public Optional<Alarms.Standing> standing(TicketCode code, Alarms.Rung who) {
            return Optional.empty();
        }
    }

    /** In a script everybody sees their own; of others' tickets there are none. */
    private record OwnTickets() implements FactSources.AccessRules {

        @Override
        public Sight of(Conversation conversation, Ticket ticket) {
            boolean own =
                    ticket.conversation().filter(id -> id == conversation.id()).isPresent();
            return own || ticket.code().digits().length() > 10 ? Sight.FULL : Sight.CODE_ONLY;
        }

        @Override
        public Sight judge(Conversation conversation, Ticket ticket, String proof) {
            return of(conversation, ticket);
        }
    }
}
