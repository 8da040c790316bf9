package id.pendopo.config.office;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.Outbox;
import id.pendopo.config.agency.AgencySettings;
import id.pendopo.config.security.People;
import id.pendopo.config.security.Person;
import id.pendopo.config.security.Role;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Names;
import java.util.List;
import org.springframework.stereotype.Component;

/** The set-up checklist of a new desk: each step is done when the database says so, and no step is ever ticked off by hand. */
@Component
class FirstSteps {

    private final AgencySettings agency;
    private final Agents desk;
    private final ChannelAccounts accounts;
    private final People people;
    private final Inbox inbox;
    private final Outbox outbox;

    FirstSteps(
            AgencySettings agency, Agents desk, ChannelAccounts accounts, People people, Inbox inbox, Outbox outbox) {
        this.agency = agency;
        this.desk = desk;
        this.accounts = accounts;
        this.people = people;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    /** A line of communication, and whether it has ever been heard of. */
    record Line(ChannelAccount account, boolean visited, boolean heard) {}

    /**
     * What is so now.
     *
     * @param units those that somebody looked through
     * @param lines those that are switched on
     * @param incomplete those that lack something
     * @param agents who works tickets and administers nothing
     * @param heard a message came in
     * @param answered an agent's answer went out
     */
    record Facts(
            boolean named,
            List<Names> units,
            List<Line> lines,
            List<ChannelAccounts.Incomplete> incomplete,
            List<Person> agents,
            boolean heard,
            boolean answered) {

        public boolean connected() {
            return !lines.isEmpty() && incomplete.isEmpty();
        }

        public boolean done() {
            return named && !units.isEmpty() && connected() && !agents.isEmpty() && heard && answered;
        }
    }

    Facts now() {
        List<Line> lines = accounts.all().stream().map(this::line).toList();
        return new Facts(
                agency.current().isStored(),
                desk.checkedUnits(),
                lines,
                accounts.incomplete(),
                people.all().stream().filter(FirstSteps::isAgent).toList(),
                lines.stream().anyMatch(Line::heard),
                outbox.hasSent(Author.AGENT));
    }

    private Line line(ChannelAccount account) {
        return new Line(account, !accounts.kinds().of(account.kind()).passing(), inbox.hasReceived(account.name()));
    }

    private static boolean isAgent(Person person) {
        return person.enabled()
                && person.grant().roles().workTickets()
                && !person.grant().roles().include(Role.ADMIN);
    }
}
