package io.renoz.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** People at work with petty cash, without a pause, while somebody replaces it under them. */
final class StrangerLoad implements AutoCloseable {

    private static final int THREADS = 4;

    private final Client client;
    private final String box;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger booked = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<CompletableFuture<Void>> work = new ArrayList<>();

    private StrangerLoad(Client client, String box) {
        this.client = client;
        this.box = box;
    }

    static StrangerLoad begin(Client client, String box) {
        var load = new StrangerLoad(client, box);
        for (int i = 0; i < THREADS; i++) {
            load.work.add(CompletableFuture.runAsync(load::work, load.threads));
        }
        return load;
    }

    private void work() {
        while (!over.get()) {
            tell(200, client.get("petty-cash/boxes/" + box));
            tell(200, client.get("petty-cash/entries?limit=5&boxId=" + box));
            Answer made = client.post(
                    "petty-cash/entries",
                    "{\"boxId\": \"%s\", \"kind\": \"receipt\", \"amount\": 0.01}".formatted(box));
            tell(201, made);
            if (made.status() == 201) {
                booked.incrementAndGet();
            }
        }
    }

    private void tell(int wanted, Answer answer) {
        requests.incrementAndGet();
        if (answer.status() != wanted) {
            failures.add(answer.status() + " " + answer.text());
        }
    }

    int requests() {
        return requests.get();
    }

    /** Entries that the platform said it made. */
    int booked() {
        return booked.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Ends it, and fails when a request could not even be made. */
    @Override
    public void close() {
        over.set(true);
        threads.shutdown();
        work.forEach(CompletableFuture::join);
    }
}
