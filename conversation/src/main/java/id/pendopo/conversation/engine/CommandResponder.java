package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.keypad.Menu;
import id.pendopo.conversation.tracking.StatusAnswers;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.GlobalCommand;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Responds to global commands, the words that work in any state. */
final class CommandResponder implements Responder {

    /** What the bot still answers while a person holds the floor; all else is for that person. */
    private static final Set<GlobalCommand> BESIDE_AN_AGENT = Set.of(
            GlobalCommand.STATUS,
            GlobalCommand.HELP,
            GlobalCommand.CANCEL,
            GlobalCommand.LANGUAGE,
            GlobalCommand.MORE,
            GlobalCommand.STOP,
            GlobalCommand.START);

    /** Words; more ask or tell something. */
    private static final int AGREEING = 5;

    private final FormResponder reporting;
    private final Languages languages;
    private final StatusAnswers status = new StatusAnswers();

    CommandResponder(FormResponder reporting, Languages languages) {
        this.languages = languages;
        this.reporting = reporting;
    }

    @Override
    public Set<Need> needs(Hearing hearing) {
        Set<Need> needs = new HashSet<>(Set.of(Need.Plain.OWN_TICKETS, Need.Plain.NAMED_TICKET));
        boolean offered = offeredAPerson(hearing.conversation().state()) && hearing.worded();
        if (offered) {
            needs.addAll(Set.of(Need.Plain.ACT, Need.Plain.ANSWERS));
        }
        if (offered || asksForAPerson(hearing.heard())) {
            needs.addAll(Set.of(Need.Plain.OFFICES, Need.Plain.SUGGESTION));
        }
        if (StatusAnswers.asksForACode(hearing)) {
            needs.add(Need.Plain.CODE_FOR_TICKET);
        }
        return needs;
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        boolean held = context.conversation().floor() == Floor.AGENT;
        boolean keyed = !held
                || context.conversation().keyed()
                || context.message().choice().isPresent();
        if (keyed && context.heard().pick().isPresent()) {
            return picked(context);
        }
        Optional<Decision> asked = status.respond(context);
        if (asked.isPresent()) {
            return asked;
        }
        String plain = context.heard().plain();
        Optional<Locale> tongue = tongue(context.heard());
        if (tongue.isPresent()) {
            return tongue.map(named -> language(context, named));
        }
        if (!held && (wantsAPerson(context.heard()) || takesUpAPerson(context))) {
            return Optional.of(Handoff.toAPerson(context));
        }
        Optional<GlobalCommand> command = held
                ? GlobalCommand.exactly(context.heard().said())
                : context.heard().phrasebook().commands().nearly(plain);
        return command.filter(given -> !held || BESIDE_AN_AGENT.contains(given)).flatMap(given -> obey(context, given));
    }

    private Optional<Decision> picked(TurnContext context) {
        MessageText heard = context.heard();
        Optional<Locale> chosen =
                heard.pickedAfter(ChoiceIds.LANGUAGE).map(Locale::of).flatMap(languages::known);
        if (chosen.isPresent()) {
            return chosen.map(language -> language(context, language));
        }
        if (heard.pickedAfter(ChoiceIds.CODE).isPresent()) {
            return status.sent(context);
        }
        return switch (heard.pick().orElse("")) {
            case ChoiceIds.MENU -> Optional.of(menu(context));
            case ChoiceIds.STATUS -> Optional.of(status.mine(context));
            case ChoiceIds.PERSON ->
                context.conversation().floor() == Floor.AGENT
                                && !context.conversation().spoken()
                        ? Optional.empty()
                        : Optional.of(Handoff.toAPerson(context));
            case ChoiceIds.CANCEL -> Optional.of(cancel(context));
            case ChoiceIds.AGAIN -> Optional.of(again(context));
            default -> Optional.empty();
        };
    }

    private static boolean asksForAPerson(MessageText heard) {
        return heard.picked(ChoiceIds.PERSON)
                || wantsAPerson(heard)
                || GlobalCommand.exactly(heard.said()).equals(Optional.of(GlobalCommand.PERSON));
    }

    private static boolean wantsAPerson(MessageText heard) {
        return heard.says(Said.PERSON) && heard.words() <= 9 && !heard.says(Said.REPORT_NAMED);
    }

    /** A person was offered first, and the answer agrees in other words than "ya". */
    private static boolean takesUpAPerson(TurnContext context) {
        return offeredAPerson(context.state())
                && context.heard().words() <= AGREEING
                && context.facts().found().isEmpty()
                && context.facts()
                        .act()
                        .filter(act -> act.label().equals("affirm") && act.confidence() >= Confidence.ACT)
                        .isPresent();
    }

    private static boolean offeredAPerson(State state) {
        return !state.options().isEmpty() && state.options().getFirst().equals(ChoiceIds.PERSON);
    }

    private Optional<Decision> obey(TurnContext context, GlobalCommand command) {
        return switch (command) {
            case MENU -> Optional.of(menu(context));
            case STATUS -> Optional.of(status.mine(context));
            case HELP -> Optional.of(reporting.reminding(context, Ending.HELP, Part.say("help")));
            case CANCEL -> Optional.of(cancel(context));
            case LANGUAGE -> Optional.of(askLanguage(context));
            case AGAIN -> Optional.of(again(context));
            case MORE -> more(context);
            case STOP -> Optional.of(broadcasts(context, false));
            case START ->
                context.state().touched().isEmpty() ? Optional.empty() : Optional.of(broadcasts(context, true));
            case PERSON -> Optional.of(Handoff.toAPerson(context));
            case ASSISTANT -> Optional.of(assistant(context));
        };
    }

    private static Decision again(TurnContext context) {
        return Decision.of(context, Ending.REPEATED, new Part.Again());
    }

    private static Decision menu(TurnContext context) {
        return Decision.of(
                        context,
                        Ending.MENU,
                        Part.say("menu"),
                        Menu.offer(context.draft().isPresent()))
                .state(state -> state.draft()
                        .map(draft -> state.drafting(draft.laidAside()))
                        .orElse(state.expectingNothing()));
    }

    private Decision assistant(TurnContext context) {
        if (context.draft().filter(draft -> !draft.paused()).isPresent()) {
            return reporting.reminding(context, Ending.ASSISTANT, Part.say("assistant.here"));
        }
        Decision here = Decision.of(
                context,
                Ending.ASSISTANT,
                Part.say("assistant.here"),
                Menu.offer(context.draft().isPresent()));
        return here.after(here.after().held(Floor.BOT)).state(State::expectingNothing);
    }

    /** What an agent perhaps asked is answered by it as well. */
    private static Decision forTheAgent(TurnContext context, Ticket ticket) {
        return Decision.of(context, Ending.NOTHING_TO_CANCEL, Part.say("cancelled.agent", new Arg.Code(ticket.code())))
                .command(new Command.Add(ticket.code(), context.heard().text()))
                .about(ticket.code());
    }

    private static Decision cancel(TurnContext context) {
        boolean something =
                context.draft().isPresent() || context.state().expected().isPresent();
        if (something) {
            return Decision.of(context, Ending.CANCELLED, Part.say("cancelled"))
                    .state(state -> state.withoutDraft().expectingNothing());
        }
        Optional<Ticket> agents =
                context.conversation().floor() == Floor.AGENT ? AgentFloorResponder.holder(context) : Optional.empty();
        if (agents.isPresent()) {
            return forTheAgent(context, agents.get());
        }
        Decision nothing =
                Decision.of(context, Ending.NOTHING_TO_CANCEL, Part.say("cancelled.nothing"), Menu.offer(false));
        return nothing.after(nothing.after().held(Floor.BOT));
    }

    private Decision askLanguage(TurnContext context) {
        List<Part.Option> options = languages.all().stream()
                .map(language -> Part.option(ChoiceIds.LANGUAGE + language, "language." + language))
                .toList();
        return Decision.of(context, Ending.LANGUAGE_ASKED, Part.say("language.asked"), new Part.Offer(options, false));
    }

    private Optional<Locale> tongue(MessageText heard) {
        if (!heard.is(Said.LANGUAGE_NAMED)) {
            return Optional.empty();
        }
        int lead = heard.said().leads(Said.LANGUAGE_LEAD);
        String[] words = heard.plain().split(" ");
        return languages.named(words[lead < words.length ? lead : 0]);
    }

    private Decision language(TurnContext context, Locale language) {
        Conversation chosen = context.conversation().choosing(language);
        TurnContext spoken = context.with(chosen);
        boolean filling = context.draft().filter(draft -> !draft.paused()).isPresent();
        return chosen.keyed() && !filling
                ? CallResponder.menu(languages, spoken, Ending.LANGUAGE_CHANGED)
                : reporting.reminding(spoken, Ending.LANGUAGE_CHANGED, Part.say("language.changed"));
    }

    private static Optional<Decision> more(TurnContext context) {
        if (context.conversation().more()) {
            return Optional.of(Decision.of(context, Ending.CONTINUED, new Part.Rest()));
        }
        boolean somethingElse = context.draft().isPresent() || context.expects(What.RESUME);
        return somethingElse
                ? Optional.empty()
                : Optional.of(Decision.of(context, Ending.CONTINUED, Part.say("continued.nothing")));
    }

    private static Decision broadcasts(TurnContext context, boolean on) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.say(on ? "broadcasts.started" : "broadcasts.stopped"));
        context.draft().filter(draft -> !draft.paused()).ifPresent(draft -> parts.add(Part.say("broadcasts.form")));
        return Decision.of(context, on ? Ending.BROADCASTS_STARTED : Ending.BROADCASTS_STOPPED, parts)
                .command(new Command.Consent(Command.Purpose.BROADCASTS, on, "broadcasts-1"));
    }
}
