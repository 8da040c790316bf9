package id.pendopo.conversation;

import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Lets a test make the opening of a ticket fail; everything else goes through to the real desk. */
@Component
public class Disturbance implements BeanPostProcessor {

    private final AtomicReference<Consumer<NewTicket>> onOpen = new AtomicReference<>(_ -> {});

    public void none() {
        onOpen.set(_ -> {});
    }

    public void onOpen(Runnable failure) {
        onOpen.set(_ -> failure.run());
    }

    public void onOpen(Consumer<NewTicket> look) {
        onOpen.set(look);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Tickets tickets)) {
            return bean;
        }
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Tickets.class}, (_, method, args) -> {
                    if (args != null && args[0] instanceof TicketCommand.Open open) {
                        onOpen.get().accept(open.ticket());
                    }
                    try {
                        return method.invoke(tickets, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
