using System.Globalization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Gifting;

/// <summary>The gifts that a guest link shows, as a posted page: a guest needs no circuit, and the page no account.</summary>
public sealed partial class GuestGifts : ComponentBase
{
    private const string Address = "/guest";
    private const string NoLongerGood = "This link isn't good any more. Ask whoever gave it to you for a new one.";

    private Guest? _guest;
    private GuestPage? _page;
    private string? _error;
    private string? _nameError;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    [SupplyParameterFromForm]
    private GuestForm Form { get; set; } = null!;

    [Inject]
    private GuestsService Guests { get; set; } = null!;

    [Inject]
    private GuestCookie Cookie { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new GuestForm();
        _guest = Cookie.Read(HttpContext);
        await LoadAsync();
        _error = _guest is not null && _page is null ? NoLongerGood : null;
    }

    private async Task LoadAsync() =>
        _page = _guest is null ? null : await Guests.PageAsync(_guest.Secret, _guest.Id, HttpContext.RequestAborted);

    private async Task OpenAsync()
    {
        // The whole link, or what is behind its #.
        var secret = (Form.Link ?? "").Trim().Split('#')[^1];
        var guest = new Guest(secret, _guest?.Id ?? Guid.NewGuid(), _guest?.Name);
        if (await Guests.PageAsync(secret, guest.Id, HttpContext.RequestAborted) is null)
        {
            (_error, _page) = ("This link isn't good, or not any more. Check that you have all of it, or ask for a new one.", null);
            return;
        }

        Cookie.Write(HttpContext, guest);
        Navigation.NavigateTo(Address);
    }

    private async Task ChooseAsync()
    {
        if (_guest is null || _page is null)
        {
            _error = NoLongerGood;
            return;
        }

        try
        {
            await WriteAsync(_guest);
            Navigation.NavigateTo(Address);
        }
        catch (InvalidException invalid)
        {
            _nameError = invalid.Message;
        }
        catch (DomainException refused)
        {
            _error = refused.Message;
            await LoadAsync();
        }
    }

    private async Task WriteAsync(Guest guest)
    {
        if (Form.TakeId is { } taken)
        {
            await Guests.TakeAsync(guest.Secret, guest.Id, taken, Form.Name, HttpContext.RequestAborted);
            Cookie.Write(HttpContext, guest with { Name = Form.Name!.Trim() });
        }
        else if (Form.GiveBackId is { } givenBack)
        {
            await Guests.GiveBackAsync(guest.Secret, guest.Id, givenBack, HttpContext.RequestAborted);
        }
    }

    private string DetailsOf(GuestGift gift)
    {
        var price = gift.Price is { } each ? MoneyFormat.For(CultureInfo.CurrentCulture, _page!.Currency).Format(each, withSymbol: true) : null;
        var parts = new[]
        {
            gift.Recipient is { } recipient ? $"for {recipient}" : null,
            gift.Quantity > 1 && price is not null ? $"{gift.Quantity} × {price}" : price,
            gift.Notes,
        };
        return string.Join(" · ", parts.Where(p => p is not null)) + " ";
    }

    private sealed class GuestForm
    {
        public string? Link { get; set; }

        public string? Name { get; set; }

        public Guid? TakeId { get; set; }

        public Guid? GiveBackId { get; set; }
    }
}
