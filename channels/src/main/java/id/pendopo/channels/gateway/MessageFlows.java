package id.pendopo.channels.gateway;

import id.pendopo.channels.gateway.inbound.Arrival;
import id.pendopo.channels.gateway.inbound.Arrivals;
import id.pendopo.channels.gateway.inbound.InboundGateway;
import id.pendopo.channels.gateway.outbound.Accepted;
import id.pendopo.channels.gateway.outbound.Claim;
import id.pendopo.channels.gateway.outbound.Dispatch;
import id.pendopo.channels.gateway.outbound.Dispatcher;
import id.pendopo.channels.gateway.outbound.Failures;
import id.pendopo.channels.gateway.outbound.Judged;
import id.pendopo.channels.gateway.outbound.OutboxWorker;
import id.pendopo.channels.gateway.outbound.ProviderSender;
import id.pendopo.channels.gateway.outbound.Undelivered;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.channel.PublishSubscribeChannel;
import org.springframework.integration.core.GenericHandler;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.gateway.GatewayProxyFactoryBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The three ways that messages take through the house, and nothing else. */
@Configuration(proxyBeanMethods = false)
class MessageFlows {

    /** So many conversations are served at once; those of one lane wait for each other. */
    private static final int LANES = 8;

    /** Named, so that the flow takes every error; it logs what it learns, without what was said. */
    @Bean
    PublishSubscribeChannel errorChannel() {
        return new PublishSubscribeChannel();
    }

    /** The door of the inbound flow. */
    @Bean
    GatewayProxyFactoryBean<InboundGateway> inboundGateway() {
        GatewayProxyFactoryBean<InboundGateway> gateway = new GatewayProxyFactoryBean<>(InboundGateway.class);
        gateway.setDefaultRequestChannelName("inboundFlow.input");
        return gateway;
    }

    /** What providers tell us: one event after the other, each to whom it concerns, on the caller's thread. */
    @Bean
    IntegrationFlow inboundFlow(Arrivals arrivals) {
        return flow -> flow.split()
                .<Arrival, Class<?>>route(
                        Arrival::getClass,
                        route -> route.subFlowMapping(
                                        Arrival.Said.class, way -> way.handle(Arrival.Said.class, to(arrivals::said)))
                                .subFlowMapping(
                                        Arrival.Changed.class,
                                        way -> way.handle(Arrival.Changed.class, to(arrivals::changed)))
                                .subFlowMapping(
                                        Arrival.Reported.class,
                                        way -> way.handle(Arrival.Reported.class, to(arrivals::reported)))
                                .subFlowMapping(
                                        Arrival.Happened.class,
                                        way -> way.handle(Arrival.Happened.class, to(arrivals::happened))));
    }

    /** What the desk says: a claimed conversation, its next message, to its provider, and written down. */
    @Bean
    IntegrationFlow outboundFlow(
            OutboxWorker worker,
            Dispatcher dispatches,
            ProviderSender sender,
            @Value("${pendopo.workers:true}") boolean workers) {
        return IntegrationFlow.fromSupplier(
                        () -> worker.next().orElse(null),
                        claims -> claims.id("outboundClaims")
                                .autoStartup(workers)
                                .poller(poller -> poller.fixedDelay(10).maxMessagesPerPoll(100)))
                .channel(channels -> channels.partitioned("outboundLanes", LANES)
                        .partitionKey(message -> ((Claim) message.getPayload()).conversation()))
                .split(Claim.class, dispatches::begin)
                .<Dispatch>handle((dispatch, _) -> sender.send(dispatch))
                .handle(Accepted.class, to(dispatches::accepted))
                .get();
    }

    /** What went wrong on the way out: tried again, or put where a person sees it. */
    @Bean
    IntegrationFlow failureFlow(Dispatcher dispatches) {
        return IntegrationFlow.from("errorChannel")
                .split(Throwable.class, Failures::undelivered)
                .transform(Undelivered.class, dispatches::judge)
                .<Judged, Boolean>route(
                        judged -> judged.decision().goesOn(),
                        route -> route.subFlowMapping(true, way -> way.handle(Judged.class, to(dispatches::retry)))
                                .subFlowMapping(false, way -> way.handle(Judged.class, to(dispatches::deadLetter))))
                .get();
    }

    /** The end of a way: nothing comes back. */
    private static <T> GenericHandler<T> to(Consumer<T> end) {
        return (payload, _) -> {
            end.accept(payload);
            return null;
        };
    }

    /** The default one of virtual threads starts a fixed-delay poll again before it ended, which breaks the order. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(6);
        scheduler.setThreadNamePrefix("scheduler-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(10);
        return scheduler;
    }
}
