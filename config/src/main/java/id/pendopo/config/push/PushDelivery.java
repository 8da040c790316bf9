package id.pendopo.config.push;

import id.pendopo.config.push.PushSender.Message;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.HistoryEvent.Alarmed;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ui.SecretCipher;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Delivers a ring to one device, as long as nobody took the alarm and the ring lasts; what failed stands in the ticket's history. */
@Component
class PushDelivery {

    private static final Logger log = LoggerFactory.getLogger(PushDelivery.class);

    private final Devices devices;
    private final PushSender sender;
    private final PushText text;
    private final Tickets tickets;
    private final Alarms alarms;
    private final Agents agents;
    private final Clock clock;

    PushDelivery(
            Devices devices,
            PushSender sender,
            PushText text,
            Tickets tickets,
            Alarms alarms,
            Agents agents,
            Clock clock) {
        this.devices = devices;
        this.sender = sender;
        this.text = text;
        this.tickets = tickets;
        this.alarms = alarms;
        this.agents = agents;
        this.clock = clock;
    }

    /** What becomes of the task. */
    enum Next {
        DONE,
        AGAIN
    }

    /** Tries once; at least once in all, since a node may die before it has written that it was done. */
    Next deliver(Told told) {
        Optional<Device> device = devices.find(told.device());
        Optional<Ticket> ticket = tickets.find(told.ticket()).filter(_ -> rings(told));
        if (device.isEmpty() || ticket.isEmpty()) {
            return Next.DONE;
        }
        Duration left = Duration.between(clock.instant(), told.until());
        if (!left.isPositive()) {
            return failed(told, device.get());
        }
        return switch (sent(device.get(), ticket.get(), left)) {
            case ACCEPTED -> Next.DONE;
            case LATER -> Next.AGAIN;
            case REFUSED -> failed(told, device.get());
            case GONE -> {
                devices.forget(told.device());
                yield failed(told, device.get());
            }
        };
    }

    private boolean rings(Told told) {
        return alarms.standing(told.ticket())
                .filter(standing -> standing == Standing.RINGING)
                .isPresent();
    }

    private PushSender.Result sent(Device device, Ticket ticket, Duration left) {
        try {
            return sender.send(
                    device.subscription(),
                    new Message(
                            text.alarm(ticket, device.language()),
                            device.subscription().topic(ticket.code().digits()),
                            left));
        } catch (SecretCipher.Undecipherable | IllegalArgumentException unusable) {
            log.warn(
                    "Device {} cannot be told: its key, or the desk's with this master key, cannot be used",
                    device.id());
            return PushSender.Result.REFUSED;
        }
    }

    private Next failed(Told told, Device device) {
        log.warn("Device {} was not told of the emergency of ticket {}", device.id(), told.ticket());
        String owner = agents.find(device.login()).map(Agents.Agent::name).orElse(device.login());
        tickets.handle(new TicketCommand.NoteAlarm(told.ticket(), Alarmed.deviceNotTold(owner)), Actor.DESK);
        return Next.DONE;
    }
}
