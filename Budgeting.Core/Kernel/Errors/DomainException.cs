namespace Budgeting.Core.Kernel.Errors;

/// <summary>
/// A rule that was broken. <see cref="Code"/> is stable and for programs; the message is a whole sentence for people.
/// </summary>
public abstract class DomainException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}

/// <summary>No such thing, or one of another organization: the two are never told apart.</summary>
public sealed class NotFoundException(string noun)
    : DomainException("not-found", $"There is no such {noun}, or it was deleted.");

/// <summary>The input is wrong; <see cref="Errors"/> has a sentence for each field, by its JSON name.</summary>
public sealed class InvalidException : DomainException
{
    public InvalidException(IReadOnlyDictionary<string, string[]> errors)
        : base("invalid", Sentence(errors)) => Errors = errors;

    public InvalidException(string field, string error)
        : this(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error] })
    {
    }

    /// <param name="code">In place of <c>invalid</c>, for what isn't a form's fields.</param>
    /// <param name="message">In place of all errors one after the other.</param>
    /// <param name="errors">A sentence for each place where something is wrong.</param>
    public InvalidException(string code, string message, IReadOnlyDictionary<string, string[]> errors)
        : base(code, message) => Errors = errors;

    public IReadOnlyDictionary<string, string[]> Errors { get; }

    private static string Sentence(IReadOnlyDictionary<string, string[]> errors) => string.Join(' ', errors.SelectMany(e => e.Value));
}

/// <summary>The request is understood and its time is wrong: state, or a rule across rows.</summary>
public sealed class ConflictException(string code, string message, Exception? inner = null) : DomainException(code, message, inner)
{
    /// <summary>The field that it is about, by its JSON name; <c>null</c>: it isn't about one.</summary>
    public string? Field { get; init; }

    /// <summary>Where a sum would be too large, how much of its limit is left; <c>null</c>: it isn't about a sum.</summary>
    public decimal? Remaining { get; init; }
}

/// <summary>Somebody else changed it after it was read. Nothing was overwritten.</summary>
public sealed class StaleException(string noun, string? changedBy)
    : DomainException("stale", $"This {noun} was changed by {changedBy ?? "somebody"} meanwhile. Look at what is there now, then change it again.");

/// <summary>Nothing is wrong with the request: the place where the data are kept can't do it now. Nothing was written.</summary>
public sealed class UnavailableException(string code, string message, Exception inner) : DomainException(code, message, inner);

/// <summary>The member's role doesn't allow it.</summary>
public sealed class ForbiddenException(string message) : DomainException("forbidden", message);

/// <summary>Nobody is signed in, or the membership has ended.</summary>
public sealed class UnauthenticatedException() : DomainException("unauthenticated", "Sign in first.");
