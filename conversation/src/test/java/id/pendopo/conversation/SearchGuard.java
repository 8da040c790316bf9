package id.pendopo.conversation;

import id.pendopo.conversation.facts.NluServices;
import id.pendopo.knowledge.KnowledgeBase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Fails every search that is made while a transaction is open, whoever makes it, in all tests of this context. */
@Component
public class SearchGuard implements BeanPostProcessor {

    private final ThreadLocal<Boolean> lifted = ThreadLocal.withInitial(() -> false);
    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicReference<Runnable> onSearch = new AtomicReference<>(() -> {});
    private final List<Throwable> breaches = new CopyOnWriteArrayList<>();

    /** How often the knowledge base was asked so far. */
    public int searches() {
        return searches.get();
    }

    /** Where it was asked within a transaction. */
    public List<Throwable> breaches() {
        return List.copyOf(breaches);
    }

    /** What happens at each search before it begins, until the next {@link #undisturbed}. */
    public void onSearch(Runnable trouble) {
        onSearch.set(trouble);
    }

    public void undisturbed() {
        onSearch.set(() -> {});
    }

    /** Does what only a test does: searches within a transaction, to see what else is not done in it. */
    public void lifted(Runnable there) {
        lifted.set(true);
        try {
            there.run();
        } finally {
            lifted.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean
                        instanceof
                        NluServices(
                                var knowledge,
                                var languages,
                                var acts,
                                var tasks,
                                var openings,
                                var followUps,
                                var dangers,
                                var categories)
                ? new NluServices(guarded(knowledge), languages, acts, tasks, openings, followUps, dangers, categories)
                : bean;
    }

    private KnowledgeBase guarded(KnowledgeBase knowledge) {
        return (KnowledgeBase) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KnowledgeBase.class}, (_, method, args) -> {
                    searches.incrementAndGet();
                    onSearch.get().run();
                    if (TransactionSynchronizationManager.isActualTransactionActive() && !lifted.get()) {
                        IllegalStateException breach = new IllegalStateException("a search within a transaction");
                        breaches.add(breach);
                        throw breach;
                    }
                    try {
                        return method.invoke(knowledge, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
