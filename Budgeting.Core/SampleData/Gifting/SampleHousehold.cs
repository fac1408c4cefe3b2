using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.SampleData;

/// <summary>A family of eight and their occasions, as seen from one day and in one currency.</summary>
internal sealed class SampleHousehold(DateOnly today, Currency currency)
{
    public const string Alex = "Alex";
    public const string Sam = "Sam";

    private const string Emma = "Emma";
    private const string Leo = "Leo";
    private const string Rose = "Grandma Rose";
    private const string Karl = "Grandpa Karl";
    private const string Nadia = "Nadia";
    private const string Ben = "Ben";

    private const int LeosBirthdayInDays = 12;

    private readonly SampleAmounts _amounts = new(currency);

    public static IReadOnlyList<SamplePerson> People { get; } =
    [
        new(Alex, Turns: 41, BirthdayInDays: 205),
        new(Sam, Turns: 39, BirthdayInDays: 98),
        new(Emma, Turns: 10, BirthdayInDays: 150, "Reads everything about space. Shoe size 34."),
        new(Leo, Turns: 6, LeosBirthdayInDays, "Trains, dinosaurs, anything with wheels."),
        new(Rose, Turns: 71, BirthdayInDays: 64, "No perfume, please. Loves flowers and wool."),
        new(Karl, Turns: 73, BirthdayInDays: 310, "Crosswords and the birds in the garden."),
        new(Nadia, Turns: 34, BirthdayInDays: 251),
        new(Ben, Turns: 35, BirthdayInDays: 33, "Allergic to nuts."),
    ];

    public IReadOnlyList<SampleOccasion> Occasions => [Christmas, Birthday, Wedding, Anniversary, Housewarming];

    public DateOnly BirthdayOf(SamplePerson person) => today.AddDays(person.BirthdayInDays).AddYears(-person.Turns);

    // 92 % of its budget; Leo's part of it is exceeded.
    private SampleOccasion Christmas => new(
        new OccasionInput { Name = "Christmas", Date = NextChristmas, Kind = "Christmas", RecursYearly = true, BudgetTotal = Amount(900) },
        new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            [Emma] = Amount(180),
            [Leo] = Amount(160),
            [Rose] = Amount(90),
            [Karl] = Amount(90),
            [Sam] = Amount(150),
            [Alex] = Amount(150),
        },
        [
            Gift(Emma, "Watercolour paint set", 34.90m, GiftStatus.Purchased, url: "watercolour-set"),
            Gift(Emma, "Beginner's telescope", 119.00m, GiftStatus.Selected, paid: 94.50m, url: "telescope-70", notes: "The tripod is in the box."),
            Gift(Emma, "Ghost stories, one volume each from us, Rose and Nadia", 8.95m, GiftStatus.Idea, quantity: 3),
            Gift(Leo, "Wooden railway set", 79.00m, GiftStatus.Purchased, paid: 69.00m, url: "railway-set", notes: "Fits the tracks he has."),
            Gift(Leo, "Dinosaur excavation kit", 24.95m, GiftStatus.Selected, url: "dinosaur-kit"),
            Gift(Leo, "Helmet with a shark fin", 39.90m, GiftStatus.Selected, notes: "Size S, 48–52 cm."),
            Gift(Leo, "Picture atlas of the oceans", 22.00m, GiftStatus.Received),
            Gift(Leo, "Hand puppet fox", 18.50m, GiftStatus.Idea),
            Gift(Rose, "Merino wool shawl", 64.00m, GiftStatus.Purchased, paid: 52.00m, url: "merino-shawl", notes: "In the dark green."),
            Gift(Rose, "Amaryllis in a clay pot", 16.50m, GiftStatus.Selected, notes: "Fetch it on the 22nd, so that it still has buds."),
            Gift(Karl, "Crossword calendar", 14.90m, GiftStatus.Received),
            Gift(Karl, "Bird feeder of larch wood", 45.00m, GiftStatus.Purchased, url: "larch-bird-feeder"),
            Gift(Karl, "Sunflower seeds, 2 kg", 6.20m, GiftStatus.Idea, quantity: 2),
            Gift(Sam, "Espresso cups, set of six", 48.00m, GiftStatus.Purchased),
            Gift(Sam, "Trail running shoes", 119.00m, GiftStatus.Selected, paid: 89.90m, url: "trail-shoes"),
            Gift(Sam, "Concert evening for two", price: null, GiftStatus.Idea, notes: "The programme comes out in January."),
            Gift(Alex, "Headphones that keep the noise out", 149.00m, GiftStatus.Purchased, paid: 129.00m, url: "headphones"),
            Gift(Alex, "Sourdough baking class", price: null, GiftStatus.Idea),
            Gift(Nadia, "Stoneware teapot", 42.00m, GiftStatus.Selected, url: "stoneware-teapot"),
            Gift(Ben, "Pocket knife with a corkscrew", 29.90m, GiftStatus.Purchased),
            Gift(null, "Wrapping paper and ribbon", 4.50m, GiftStatus.Purchased, quantity: 4),
        ]);

    // Over its budget.
    private SampleOccasion Birthday => new(
        new OccasionInput
        {
            Name = "Leo's birthday",
            Date = today.AddDays(LeosBirthdayInDays),
            Kind = "Birthday",
            RecursYearly = true,
            BudgetTotal = Amount(150),
        },
        new Dictionary<string, decimal>(StringComparer.Ordinal),
        [
            Gift(Leo, "Bicycle, 16 inch", 139.00m, GiftStatus.Purchased, paid: 119.00m, url: "bicycle-16", notes: "Red if there is one. Hidden in the cellar."),
            Gift(Leo, "Bicycle bell with a compass", 9.90m, GiftStatus.Selected),
            Gift(Leo, "Box of building bricks", 34.99m, GiftStatus.Selected, url: "building-bricks"),
            Gift(Leo, "Evening at the planetarium", price: null, GiftStatus.Idea),
            Gift(null, "Paper crowns for the guests", 1.20m, GiftStatus.Purchased, quantity: 8),
        ]);

    private SampleOccasion Wedding => new(
        new OccasionInput { Name = "Nadia and Ben's wedding", Date = today.AddDays(155), Kind = "Wedding" },
        new Dictionary<string, decimal>(StringComparer.Ordinal),
        [
            Gift(null, "Cast-iron casserole", 189.00m, GiftStatus.Purchased, paid: 159.00m, url: "casserole"),
            Gift(null, "Wine glasses", 12.50m, GiftStatus.Selected, quantity: 6),
            Gift(Nadia, "Linen tablecloth", 58.00m, GiftStatus.Selected, notes: "Their table is 220 cm long."),
            Gift(Ben, "Book of the city's bridges", 36.00m, GiftStatus.Idea),
            Gift(null, "Weekend in the mountains", price: null, GiftStatus.Idea, notes: "Ask Rose and Karl whether they join in."),
            Gift(null, "Card with everybody's signature", 4.90m, GiftStatus.Purchased),
        ]);

    private SampleOccasion Anniversary => new(
        new OccasionInput
        {
            Name = "Rose and Karl's anniversary", Date = today.AddDays(47), Kind = "Anniversary", RecursYearly = true, BudgetTotal = Amount(250),
        },
        new Dictionary<string, decimal>(StringComparer.Ordinal),
        []);

    private SampleOccasion Housewarming => new(
        new OccasionInput
        {
            Name = "Nadia's housewarming", Date = today.AddDays(-118), Kind = "Housewarming", BudgetTotal = Amount(100), Archived = true,
        },
        new Dictionary<string, decimal>(StringComparer.Ordinal),
        [
            Gift(Nadia, "Bread, salt and an oak board", 28.50m, GiftStatus.Received),
            Gift(Nadia, "Olive tree for the balcony", 44.00m, GiftStatus.Received, paid: 39.90m),
            Gift(Nadia, "Doormat", 19.50m, GiftStatus.Received),
        ]);

    private DateOnly NextChristmas =>
        new DateOnly(today.Year, 12, 24) is var thisYear && thisYear >= today ? thisYear : thisYear.AddYears(1);

    private decimal Amount(decimal amount) => _amounts.Of(amount);

    private decimal? Amount(decimal? amount) => _amounts.Of(amount);

    private SampleGift Gift(
        string? recipient, string name, decimal? price, GiftStatus status, decimal? paid = null, int quantity = 1, string? url = null, string? notes = null) =>
        new(recipient, new GiftInput
        {
            Name = name,
            Price = Amount(price),
            DiscountPrice = Amount(paid),
            Quantity = quantity,
            Status = status,
            Url = url is null ? null : $"https://example.org/shop/{url}",
            Notes = notes,
        });
}
